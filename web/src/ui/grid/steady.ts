// Rows that stay where they are while others change them. Values are renewed in place; rows that came, went
// or moved wait until the person asks for them, so that nothing moves under the pointer.
import { useState } from 'react';

export interface Incoming<Row> {
  // Rows of another epoch, such as another filter, take their places at once.
  epoch: string;
  // While an epoch is still being read for the first time, what comes is shown as it comes.
  reading: boolean;
  rows: readonly Row[];
  // How many pages the rows are: those of a further page join at the end.
  pages: number;
}

interface Standing<Row> extends Incoming<Row> {
  shown: readonly Row[];
}

export interface SteadyRows<Row> {
  rows: readonly Row[];
  // How many rows wait to be shown.
  fresh: number;
  // Whether the rows that are shown have left or changed places.
  moved: boolean;
  // Shows everything as it is now.
  renew: () => void;
}

type IdOf<Row> = (row: Row) => string;

// What stands on the screen after `next` came in.
export function follow<Row>(
  before: Standing<Row>,
  next: Incoming<Row>,
  idOf: IdOf<Row>,
): Standing<Row> {
  const begins = next.epoch !== before.epoch || before.reading || before.shown.length === 0;
  if (begins) return { ...next, shown: next.rows };
  if (next.rows === before.rows) return before;
  const now = new Map(next.rows.map((row) => [idOf(row), row]));
  const shown = before.shown.map((row) => now.get(idOf(row)) ?? row);
  return { ...next, shown: [...shown, ...furtherRows(before, next, idOf)] };
}

// The rows behind the last one that was known, when another page was read.
function furtherRows<Row>(before: Standing<Row>, next: Incoming<Row>, idOf: IdOf<Row>) {
  if (next.pages <= before.pages) return [];
  const known = new Set(before.shown.map(idOf));
  return next.rows.slice(next.rows.findLastIndex((row) => known.has(idOf(row))) + 1);
}

// How what is shown differs from what there is.
export function waiting<Row>({ shown, rows }: Standing<Row>, idOf: IdOf<Row>) {
  if (shown === rows) return { fresh: 0, moved: false };
  const known = new Set(shown.map(idOf));
  const there = rows.map(idOf).filter((id) => known.has(id));
  const moved = there.length < shown.length || shown.some((row, at) => idOf(row) !== there[at]);
  return { fresh: rows.length - there.length, moved };
}

export function useSteadyRows<Row>(next: Incoming<Row>, idOf: IdOf<Row>): SteadyRows<Row> {
  const [standing, setStanding] = useState<Standing<Row>>({ ...next, shown: next.rows });
  const now = follow(standing, next, idOf);
  if (now !== standing && !sameStanding(now, standing)) setStanding(now);
  return {
    rows: now.shown,
    ...waiting(now, idOf),
    renew: () => {
      setStanding({ ...next, shown: next.rows });
    },
  };
}

const sameStanding = <Row>(a: Standing<Row>, b: Standing<Row>) =>
  a.epoch === b.epoch && a.reading === b.reading && a.rows === b.rows && a.shown === b.shown;
