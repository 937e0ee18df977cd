/** A meeting's slot is on a working day of its site, at a decent hour in Germany, and meets nothing else. */
import { describe, expect, it } from 'vitest';
import { findSlot, type Slot, type SlotWish, stillFits } from '../activities/slot.ts';

const wish = (changes: Partial<SlotWish> = {}): SlotWish => ({
  dueOn: '2026-03-02',
  noticeDays: 7,
  federalState: 'BW',
  ...changes,
});
const early = '2026-01-05T08:00:00.000Z';
const hour = (startsAt: string): Slot => ({
  startsAt,
  endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString(),
});
const startOf = (changes: Partial<SlotWish>, now = early, busy: readonly Slot[] = []): string =>
  findSlot(wish(changes), now, busy).startsAt;

describe('the slot of a meeting', () => {
  it.each([
    ['in winter', '2026-03-02', '2026-03-02T09:00:00.000Z'],
    ['on the Friday before summer time begins', '2026-03-27', '2026-03-27T09:00:00.000Z'],
    ['on the Monday after', '2026-03-30', '2026-03-30T08:00:00.000Z'],
    ['in summer', '2026-07-01', '2026-07-01T08:00:00.000Z'],
    ['on the Friday before summer time ends', '2026-10-23', '2026-10-23T08:00:00.000Z'],
    ['on the Monday after that', '2026-10-26', '2026-10-26T09:00:00.000Z'],
  ])('is at ten in Germany %s', (_when, dueOn, startsAt) => {
    expect(findSlot(wish({ dueOn }), early, [])).toEqual(hour(startsAt));
  });

  it('is never on a weekend', () => {
    expect(startOf({ dueOn: '2026-03-07' })).toBe('2026-03-09T09:00:00.000Z');
  });

  it('is never on a school day, nor in a block of school weeks', () => {
    const school = { weekdays: ['monday', 'thursday'], blocks: [] } as const;
    expect(startOf({ school })).toBe('2026-03-03T09:00:00.000Z');
    const blocks = [{ from: '2026-03-01', to: '2026-03-06' }];
    expect(startOf({ school: { weekdays: ['monday'], blocks } })).toBe('2026-03-10T09:00:00.000Z');
    expect(startOf({ school: { weekdays: [], blocks } })).toBe('2026-03-09T09:00:00.000Z');
    expect(stillFits(hour('2026-03-02T09:00:00.000Z'), wish({ school }), early, [])).toBe(false);
  });

  it('is never on a public holiday of the state, but may be on one of another', () => {
    expect(startOf({ dueOn: '2026-01-06' }, '2025-12-01T08:00:00.000Z')).toBe('2026-01-07T09:00:00.000Z');
    expect(startOf({ dueOn: '2026-01-06', federalState: 'BE' }, '2025-12-01T08:00:00.000Z')).toBe(
      '2026-01-06T09:00:00.000Z',
    );
    expect(startOf({ dueOn: '2026-04-03' })).toBe('2026-04-07T08:00:00.000Z');
  });

  it('keeps the notice, counted from the day in Germany', () => {
    expect(startOf({ dueOn: '2026-01-01' }, '2026-03-09T12:00:00.000Z')).toBe('2026-03-16T09:00:00.000Z');
    expect(startOf({ dueOn: '2026-01-01' }, '2026-03-09T23:30:00.000Z')).toBe('2026-03-17T09:00:00.000Z');
  });

  it('meets no other: the next hour, then the next day', () => {
    const taken = (hours: readonly string[]): Slot[] => hours.map((at) => hour(`2026-03-02T${at}:00.000Z`));
    expect(startOf({}, early, taken(['09:30']))).toBe('2026-03-02T12:00:00.000Z');
    expect(startOf({}, early, taken(['09:00']))).toBe('2026-03-02T10:00:00.000Z');
    expect(startOf({}, early, taken(['09:00', '10:00', '12:00', '13:00']))).toBe('2026-03-02T14:00:00.000Z');
    expect(startOf({}, early, taken(['09:00', '10:00', '12:00', '13:00', '14:00']))).toBe(
      '2026-03-03T09:00:00.000Z',
    );
  });
});

describe('a slot that was given out', () => {
  const slot = hour('2026-03-04T09:00:00.000Z');

  it('stays while it is ahead, not too early, on a working day and free', () => {
    expect(stillFits(slot, wish(), early, [])).toBe(true);
    expect(stillFits(slot, wish(), '2026-03-03T09:00:00.000Z', [])).toBe(true);
    expect(stillFits(slot, wish({ dueOn: '2026-03-04' }), early, [])).toBe(true);
  });

  it('goes otherwise', () => {
    expect(stillFits(slot, wish({ dueOn: '2026-03-05' }), early, [])).toBe(false);
    expect(stillFits(slot, wish(), '2026-03-04T09:00:00.000Z', [])).toBe(false);
    expect(stillFits(slot, wish(), early, [hour('2026-03-04T08:30:00.000Z')])).toBe(false);
    expect(stillFits(hour('2026-03-08T09:00:00.000Z'), wish({ federalState: 'BE' }), early, [])).toBe(false);
  });
});
