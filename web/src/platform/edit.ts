// Edits that show at once and are sent behind it. They can be undone for eight seconds; one that
// fails puts back what was there; one that meets another person's edit asks which of the two to keep.
import { useQueryClient, type QueryClient, type QueryKey } from '@tanstack/react-query';
import i18next from 'i18next';
import { useCallback } from 'react';
import { problemOf, type Problem } from '~/api/problem';
import { patiently } from '~/api/transport';
import { showToast } from '~/ui/feedback/toasts';
import { askWhichToKeep } from './clash';

export interface Clash<T> {
  field: string; // what was edited, as the screen calls it
  before: string; // what stood there when the edit began
  mine: string;
  theirs: () => Promise<string>; // reads what is there now
  keepMine: () => Promise<T>; // sends again, on top of what was just read
}

export interface Edit<T> {
  says: string; // "Name changed"
  // The queries that show it: put back when it fails, asked again when it is done.
  shows: readonly QueryKey[];
  optimistic?: () => void;
  send: () => Promise<T>;
  // Takes it back; what was sent may carry the version to take back from.
  undo?: (sent: T) => Promise<unknown>;
  clash?: Clash<T>;
  // Edits in the same lane, such as those of one record, go one after the other.
  lane?: string;
}

const lanes = new Map<string, Promise<unknown>>();

function inLane<T>(lane: string | undefined, work: () => Promise<T>): Promise<T> {
  if (lane === undefined) return work();
  const before = lanes.get(lane) ?? Promise.resolve();
  const mine = before.then(work, work);
  lanes.set(lane, mine);
  const leave = () => {
    if (lanes.get(lane) === mine) lanes.delete(lane);
  };
  mine.then(leave, leave);
  return mine;
}

// Sends it; nothing when the person chose to keep the other's value.
async function sent<T>(edit: Edit<T>): Promise<{ value: T } | null> {
  try {
    return { value: await patiently(() => edit.send()) };
  } catch (error) {
    const problem = problemOf(error);
    if (!edit.clash || !problem.changed) throw problem;
    const theirs = await edit.clash.theirs();
    // Another field was changed, or the same was done, perhaps by our own try whose answer was lost.
    const keepMine =
      theirs === edit.clash.before ||
      theirs === edit.clash.mine ||
      (await askWhichToKeep({ field: edit.clash.field, mine: edit.clash.mine, theirs }));
    return keepMine ? { value: await edit.clash.keepMine() } : null;
  }
}

function complain(problem: Problem): void {
  const first = problem.fields[0]?.message;
  showToast(first ? `${problem.message} ${first}` : problem.message, { tone: 'bad' });
}

async function run<T>(cache: QueryClient, edit: Edit<T>): Promise<Problem | null> {
  await Promise.all(edit.shows.map((queryKey) => cache.cancelQueries({ queryKey })));
  const before = edit.shows.flatMap((queryKey) => cache.getQueriesData({ queryKey }));
  const putBack = () => {
    for (const [key, value] of before) cache.setQueryData(key, value);
  };
  const askAgain = () =>
    Promise.all(edit.shows.map((queryKey) => cache.invalidateQueries({ queryKey })));
  edit.optimistic?.();
  try {
    const done = await inLane(edit.lane, () => sent(edit));
    if (!done) putBack();
    else showToast(edit.says, undoOf(edit, done.value, askAgain));
    return null;
  } catch (error) {
    putBack();
    const problem = problemOf(error);
    complain(problem);
    return problem;
  } finally {
    void askAgain();
  }
}

function undoOf<T>(edit: Edit<T>, value: T, askAgain: () => Promise<unknown>) {
  const { undo } = edit;
  if (!undo) return {};
  return {
    undo: () => {
      inLane(edit.lane, () => undo(value))
        .then(() => {
          showToast(i18next.t('platform:undone'));
        })
        .catch((error: unknown) => {
          complain(problemOf(error));
        })
        .finally(() => void askAgain());
    },
  };
}

// `await edit({...})` gives the problem, already told to the person, or null when all went well.
export function useEdit(): <T>(edit: Edit<T>) => Promise<Problem | null> {
  const cache = useQueryClient();
  return useCallback((edit) => run(cache, edit), [cache]);
}
