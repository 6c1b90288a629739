import { expect, test } from 'vitest';
import { conditionsOf, isComplete, newCondition, ruleOf } from './rules';

test('conditions that all hold are read back as they were', () => {
  const conditions = [newCondition(), { ...newCondition(), measure: 'margin' as const, value: '250' }];
  expect(conditionsOf(ruleOf(conditions))).toEqual(conditions);
});

test('a rule that says more is not for the form', () => {
  expect(conditionsOf({ any: [{ where: newCondition() }] })).toBeNull();
  expect(conditionsOf({ where: newCondition() })).toHaveLength(1);
});

test('a value that is still being typed is not asked about', () => {
  expect(isComplete([])).toBe(false);
  expect(isComplete([{ ...newCondition(), value: '' }])).toBe(false);
  expect(isComplete([newCondition()])).toBe(true);
});
