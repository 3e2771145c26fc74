import { describe, expect, it } from 'vitest';

import { choicesOf, fixed, isAmiss, keptFormer, NOTHING_CHOSEN, planChoices, type Pinned, toggled, wayOf } from './planChoices.ts';
import { USUAL_GOALS } from './planGoals.ts';
import { typedCents } from './typedCents.ts';

const pin = (kind: Pinned['pin'], meetingKey: string | null, personKey: string | null = null, startsAt: string | null = null): Pinned => ({ pin: kind, meetingKey, personKey, startsAt });

describe('what is fixed', () => {
  it('takes the place of what was fixed of the same, and goes when it is chosen again', () => {
    const kept = toggled([], pin('IN', 'a'));
    expect(toggled(kept, pin('OUT', 'a'))).toEqual([pin('OUT', 'a')]);
    expect(toggled(kept, pin('OUT', 'b'))).toHaveLength(2);
    expect(toggled(kept, pin('ATTENDS', 'a', 'nora'))).toHaveLength(2);
    expect(toggled(kept, pin('IN', 'a'))).toEqual([]);
  });

  it('is amiss where the next search knows no such meeting: what could be is one only where countries are asked for', () => {
    const [next, idea] = [{ meetings: ['a'], ideas: ['idea'], isIdea: false }, pin('IN', 'idea')];
    expect([isAmiss(pin('IN', 'a'), next), isAmiss(pin('GOES', null, 'nora'), next), isAmiss(pin('IN', 'gone'), next), isAmiss(idea, next)]).toEqual([false, false, true, true]);
    expect([isAmiss(idea, { ...next, isIdea: true }), isAmiss(pin('IN', 'gone'), { ...next, isIdea: true }), isAmiss(idea, { ...next, ideas: [], isIdea: true })]).toEqual([false, true, false]);
  });
});

describe('what is chosen', () => {
  it('is taken back and done again, however much it was', () => {
    const choices = planChoices();
    for (let n = 0; n < 500; n += 1) choices.toggle(pin('IN', String(n)));
    for (let n = 0; n < 500; n += 1) choices.undo();
    expect([choices.now.value, choices.canUndo.value]).toEqual([NOTHING_CHOSEN, false]);
    for (let n = 0; n < 500; n += 1) choices.redo();
    expect([choices.now.value.pins.length, choices.canRedo.value]).toEqual([500, false]);
  });

  it('is one choice for what is typed into one field, and another for the next', () => {
    const choices = planChoices();
    for (const envelope of ['2', '25', '250']) choices.choose({ envelope });
    choices.choose({ interpreter: '3' });
    choices.undo();
    expect(choices.now.value).toMatchObject({ envelope: '250', interpreter: '' });
    choices.undo();
    expect(choices.now.value.envelope).toBe('');
  });

  it('has no way forth once something else is chosen', () => {
    const choices = planChoices();
    choices.toggle(pin('IN', 'a'));
    choices.undo();
    choices.choose({ isTeamKept: false });
    expect(choices.canRedo.value).toBe(false);
  });

  it('begins with what was asked before', () => {
    expect(choicesOf({ envelopeCents: 250_000, interpreterCents: 1_050, taken: ['PERHAPS'], isTeamKept: false, pins: [{ pin: 'IN', meetingKey: 'a' }], former: { search: 's', as: 'WIDEST' } })).toEqual({ envelope: '2500', interpreter: '10.50', taken: ['PERHAPS'], isTeamKept: false, isIdea: false, countries: '', pins: [pin('IN', 'a')], former: { search: 's', as: 'WIDEST' }, goals: USUAL_GOALS });
    expect(choicesOf({ isIdea: true, mostCountries: 3 })).toMatchObject({ isIdea: true, countries: '3' });
    expect(typedCents(null)).toBe('');
  });
});

describe('an hour that is fixed', () => {
  const [nine, ten] = [pin('AT', 'a', null, '2027-11-09T08:00:00.000Z'), pin('AT', 'a', null, '2027-11-09T09:00:00.000Z')];

  it('takes the place of another one, and is another than it; however it is written it is the same', () => {
    const choices = planChoices();
    choices.choose({ pins: fixed(choices.now.value.pins, [nine]) });
    choices.choose({ pins: fixed(choices.now.value.pins, [ten]) });
    expect([choices.now.value.pins, choices.isPinned(nine), choices.isPinned({ ...ten, startsAt: '2027-11-09T10:00:00+01:00' })]).toEqual([[ten], false, true]);
  });

  it('goes with somebody who attends instead of somebody else in one step', () => {
    const choices = planChoices();
    choices.choose({ pins: fixed([ten], [pin('ABSENT', 'a', 'nora'), pin('ATTENDS', 'a', 'ivo')]) });
    expect(choices.now.value.pins).toHaveLength(3);
    choices.undo();
    expect(choices.now.value.pins).toEqual([]);
  });
});

describe('a key', () => {
  const press = (key: string, changes: object = {}) => wayOf({ key, ctrlKey: true, metaKey: false, shiftKey: false, target: document.body, ...changes });

  it('leads back and forth, but not out of a field in which somebody types', () => {
    expect([press('z'), press('Z', { shiftKey: true }), press('y'), press('a'), press('z', { ctrlKey: false })]).toEqual(['undo', 'redo', 'redo', undefined, undefined]);
    expect(press('z', { target: document.createElement('input') })).toBeUndefined();
  });
});

describe('a plan to stay near to', () => {
  it('is none any more once its search is not kept', () => {
    expect(keptFormer({ search: 'a', as: 'WIDEST' }, [{ id: 'a' }])).toEqual({ search: 'a', as: 'WIDEST' });
    expect([keptFormer({ search: 'a', as: 'BEST' }, [{ id: 'b' }]), keptFormer(null, [{ id: 'a' }])]).toEqual([null, null]);
  });
});
