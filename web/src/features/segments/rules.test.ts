import { expect, test } from 'vitest';
import { groupOf, isComplete, newCondition, newGroup, replaced, ruleOf, shownValue, without, withPart } from './rules';

const margin = { ...newCondition(), measure: 'margin' as const, value: '250', kind: 'gift' };

test('groups in groups are read back as they were', () => {
  const inner = withPart(newGroup('none'), margin);
  const group = withPart(newGroup('any'), withPart(newGroup('all'), inner));
  expect(groupOf(ruleOf(group))).toEqual(group);
  expect(ruleOf(newGroup('none'))).toEqual({ none: [{ where: newCondition() }] });
});

test('one condition alone is a group of one', () => {
  expect(groupOf({ where: margin })).toEqual({ join: 'all', parts: [margin] });
});

test('a part is put in, changed and taken out where it stands', () => {
  const group = withPart(newGroup('all'), newGroup('any'));
  expect(replaced(group, 0, margin).parts).toEqual([margin, newGroup('any')]);
  expect(without(group, 0).parts).toEqual([newGroup('any')]);
  expect(group).toEqual(withPart(newGroup('all'), newGroup('any')));
});

test('a value that is still being typed and an empty group are not asked about', () => {
  expect(isComplete(newGroup('all'))).toBe(true);
  expect(isComplete({ join: 'all', parts: [] })).toBe(false);
  expect(isComplete(withPart(newGroup('all'), { join: 'any', parts: [] }))).toBe(false);
  expect(isComplete({ join: 'all', parts: [{ ...margin, value: '' }] })).toBe(false);
});

test('what is counted shows no cents', () => {
  expect(shownValue({ ...newCondition(), value: '10.00' })).toBe('10');
  expect(shownValue({ ...margin, value: '10.00' })).toBe('10.00');
});
