// What the palette offers for what was typed, the best first within each group.
import type { Action } from '~/platform/actions';
import type { Found } from '~/platform/feature';
import { score, wordsOf } from './match';

export interface Choice {
  id: string;
  group: 'found' | 'go' | 'do';
  label: string;
  hint?: string;
  keys?: string;
  icon?: Action['icon'];
  run: () => void;
}

const mostPerGroup = 12;

export function choicesFor(
  typed: string,
  actions: readonly Action[],
  found: readonly Found[],
  go: (to: string) => void,
): Choice[] {
  const words = wordsOf(typed);
  const known = actions.filter((action) => action.id !== 'shell.palette').map(choiceOf);
  const ranked = known
    .map((choice) => ({ choice, points: score(words, choice.label, choice.more) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .map(({ choice }) => choice);
  const findings = found.map((item): Choice => ({
    id: `found ${item.id}`,
    group: 'found',
    label: item.label,
    ...(item.hint === undefined ? {} : { hint: item.hint }),
    run: () => {
      go(item.to);
    },
  }));
  return [
    ...findings.slice(0, mostPerGroup),
    ...ranked.filter(({ group }) => group === 'go').slice(0, mostPerGroup),
    ...ranked.filter(({ group }) => group === 'do').slice(0, mostPerGroup),
  ];
}

const choiceOf = (action: Action): Choice & { more: string } => ({
  id: action.id,
  group: action.group,
  label: action.label(),
  more: action.words?.() ?? '',
  ...(action.keys === undefined ? {} : { keys: action.keys }),
  icon: action.icon,
  run: action.run,
});
