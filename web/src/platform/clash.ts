// Two people changed the same thing: asks which of both values to keep.
import { createStore } from './store';

export interface Question {
  field: string;
  mine: string;
  theirs: string;
}

export interface Asked extends Question {
  answer: (keepMine: boolean) => void;
}

export const asked = createStore<readonly Asked[]>([]);

export function askWhichToKeep(question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const mine: Asked = {
      ...question,
      answer: (keepMine) => {
        asked.set(asked.get().filter((other) => other !== mine));
        resolve(keepMine);
      },
    };
    asked.set([...asked.get(), mine]);
  });
}
