// The links between channels, each from end to end, as ./run --six-links shows them: quick enough, and measured.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { added } from './links/crowd.js';
import { showLinks } from './links/run.js';

const mostMs = 10_000;

test('each link between channels works from end to end, and is measured against those held out', async () => {
  for (const [{ name }, measured, took] of await showLinks(() => undefined)) {
    for (const [what, ms] of Object.entries(took)) assert.ok(ms < mostMs, `${name}: ${what} took ${Math.round(ms)} ms`);
    assert.ok(measured.decisions >= 30 && measured.held_out >= 30, `${name}: ${JSON.stringify(measured)}`);
    assert.ok(measured.added_low > 0, `${name} adds surely: ${JSON.stringify(measured)}`);
    // Four times as far off as the range says is a fault of ours, not chance.
    const half = (measured.added_high - measured.added_low) / 2;
    assert.ok(Math.abs(measured.added - added) < 3 * half, `${name} is measured near the truth: ${JSON.stringify(measured)}`);
  }
});
