// The links between channels, each from end to end, as ./run --six-links shows them: quick enough, and measured.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { added } from './links/crowd.js';
import { showLinks } from './links/run.js';

const mostMs = 10_000;

test('each link between channels works from end to end, and is measured against those held out', async () => {
  for (const [{ name }, measured, took] of await showLinks(() => undefined)) {
    for (const [what, ms] of Object.entries(took)) assert.ok(ms < mostMs, `${name}: ${what} took ${Math.round(ms)} ms`);
    const { added_low: low, added_high: high } = measured;
    // Three times as far off as the range is wide is a fault of ours, not chance.
    const off = Math.abs((low + high) / 2 - added) / ((high - low) / 2);
    assert.ok(high > 0 && off < 3, `${name} is measured near the truth: ${JSON.stringify(measured)}`);
  }
});
