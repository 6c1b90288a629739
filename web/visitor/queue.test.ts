import { expect, test } from 'vitest';
import { type Message, Queue } from './queue';

// A line that answers as it is told, and waits for nothing.
class Wire {
  sent: number[][] = [];
  left: number[][] = [];
  waits: number[] = [];
  answers: (number | 'away')[] = [];
  #run: (() => void)[] = [];

  readonly line = {
    send: (messages: Message[]) => {
      this.sent.push(messages.map((one) => one['n'] as number));
      const answer = this.answers.shift() ?? 200;
      return answer === 'away' ? Promise.reject(new Error('away')) : Promise.resolve(answer);
    },
    leave: (messages: Message[]) => {
      this.left.push(messages.map((one) => one['n'] as number));
      return true;
    },
    wait: (run: () => void, milliseconds: number) => {
      this.waits.push(milliseconds);
      this.#run.push(run);
    },
    random: () => 1,
  };

  async settle() {
    for (let run = this.#run.shift(); run; run = this.#run.shift()) {
      run();
      await new Promise((done) => setTimeout(done));
    }
  }
}

const filled = (wire: Wire, count: number) => {
  const queue = new Queue(wire.line);
  for (let n = 0; n < count; n += 1) queue.add({ n });
  return queue;
};
const upTo = (count: number, from = 0) => Array.from({ length: count - from }, (_, i) => from + i);

test('messages go in order, twenty at a time', async () => {
  const wire = new Wire();
  filled(wire, 45);
  await wire.settle();
  expect(wire.sent).toEqual([upTo(20), upTo(40, 20), upTo(45, 40)]);
});

test('what did not arrive is sent again, later each time, and before what came after', async () => {
  const wire = new Wire();
  wire.answers = ['away', 503, 429, 200];
  filled(wire, 2);
  await wire.settle();
  expect(wire.sent).toEqual([[0, 1], [0, 1], [0, 1], [0, 1]]);
  expect(wire.waits).toEqual([500, 2000, 4000, 8000]);
});

test('what is refused is not sent again', async () => {
  const wire = new Wire();
  wire.answers = [422];
  filled(wire, 21);
  await wire.settle();
  expect(wire.sent).toEqual([upTo(20), [20]]);
});

test('of too many the first are let go', async () => {
  const wire = new Wire();
  filled(wire, 503);
  await wire.settle();
  expect(wire.sent.flat()).toEqual(upTo(503, 3));
});

test('as the page goes the rest is handed over, and not sent by us', async () => {
  const wire = new Wire();
  const queue = filled(wire, 25);
  queue.leave();
  await wire.settle();
  expect(wire.left).toEqual([upTo(20), upTo(25, 20)]);
  expect(wire.sent).toEqual([]);
});
