// For `./run --six-links`: tells what happens, and fails when a link does.
import { showLinks } from './run.js';

const started = performance.now();
await showLinks((line) => {
  console.log(line);
});
console.log(`\nAll of it took ${((performance.now() - started) / 1_000).toFixed(0)} s; nothing of it is left behind.`);
