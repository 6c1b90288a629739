// The six links as a table: what was measured of each against those who were held out, as Sluis tells it.
const euros = (amount) => amount.toFixed(2);

// A range that spans nothing tells nothing yet.
function verdict({ added, added_low: low, added_high: high }) {
  if (added == null) return 'too few to tell';
  if (low > 0) return 'adds';
  return high < 0 ? 'harms' : 'not sure';
}

function row({ number, name }, measured) {
  const { decisions, held_out: heldOut, added, added_low: low, added_high: high, margin, cost, queue_price: queue } = measured;
  const range = low == null ? '-' : `${euros(low)} to ${euros(high)}`;
  return [
    String(number),
    name,
    String(decisions),
    String(heldOut),
    added == null ? '-' : euros(added),
    range,
    euros(margin),
    euros(cost + queue),
    verdict(measured),
  ];
}

const heads = ['', 'link', 'given', 'held out', 'added each', '95% range', 'margin', 'cost', ''];
const toTheRight = new Set([2, 3, 4, 5, 6, 7]);

// Lines of text; `results` are pairs of a link and what was measured of its place.
export function table(results) {
  const rows = [heads, ...results.map(([link, measured]) => row(link, measured))];
  const widths = heads.map((_, column) => Math.max(...rows.map((cells) => cells[column].length)));
  const pad = (cell, column) => (toTheRight.has(column) ? cell.padStart(widths[column]) : cell.padEnd(widths[column]));
  return rows.map((cells) => cells.map(pad).join('  ').trimEnd());
}
