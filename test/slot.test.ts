/** A meeting's slot is on a working day of its site, at a decent hour in Germany, and meets nothing else. */
import { describe, expect, it } from 'vitest';
import {
  findSlot,
  type Occupied,
  type Slot,
  type SlotWish,
  stillFits,
  usualHours,
} from '../activities/slot.ts';

const wish = (changes: Partial<SlotWish> = {}): SlotWish => ({
  dueOn: '2026-03-02',
  noticeDays: 7,
  federalState: 'BW',
  office: usualHours,
  ...changes,
});
const early = '2026-01-05T08:00:00.000Z';
const hour = (startsAt: string): Slot => ({
  startsAt,
  endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString(),
});
const free: Occupied = { busy: [], away: [] };
const startOf = (changes: Partial<SlotWish>, now = early, occupied: Partial<Occupied> = {}) =>
  findSlot(wish(changes), now, { ...free, ...occupied })?.startsAt;

describe('the slot of a meeting', () => {
  it.each([
    ['in winter', '2026-03-02', '2026-03-02T09:00:00.000Z'],
    ['on the Friday before summer time begins', '2026-03-27', '2026-03-27T09:00:00.000Z'],
    ['on the Monday after', '2026-03-30', '2026-03-30T08:00:00.000Z'],
    ['in summer', '2026-07-01', '2026-07-01T08:00:00.000Z'],
    ['on the Friday before summer time ends', '2026-10-23', '2026-10-23T08:00:00.000Z'],
    ['on the Monday after that', '2026-10-26', '2026-10-26T09:00:00.000Z'],
  ])('is at ten in Germany %s', (_when, dueOn, startsAt) => {
    expect(findSlot(wish({ dueOn }), early, free)).toEqual(hour(startsAt));
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
    expect(stillFits(hour('2026-03-02T09:00:00.000Z'), wish({ school }), early, free)).toBe(false);
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
    const taken = (hours: readonly string[]) => ({
      busy: hours.map((at) => hour(`2026-03-02T${at}:00.000Z`)),
    });
    expect(startOf({}, early, taken(['09:30']))).toBe('2026-03-02T12:00:00.000Z');
    expect(startOf({}, early, taken(['09:00']))).toBe('2026-03-02T10:00:00.000Z');
    expect(startOf({}, early, taken(['09:00', '10:00', '12:00', '13:00']))).toBe('2026-03-02T14:00:00.000Z');
    expect(startOf({}, early, taken(['09:00', '10:00', '12:00', '13:00', '14:00']))).toBe(
      '2026-03-03T09:00:00.000Z',
    );
  });
});

describe('the hours of a site and the absences of its staff', () => {
  const day = (clock: string): string => `2026-03-02T${clock}:00.000Z`;
  const taken = (...clocks: string[]) => ({ busy: clocks.map((clock) => hour(day(clock))) });

  it('give slots within them only, earlier than ten where nothing later is free', () => {
    const office = { opens: '08:30', closes: '12:30' };
    expect(startOf({ office })).toBe(day('09:00'));
    expect(startOf({ office }, early, taken('09:00'))).toBe(day('10:00'));
    expect(startOf({ office }, early, taken('09:00', '10:00'))).toBe(day('08:00'));
    expect(startOf({ office }, early, taken('08:00', '09:00', '10:00'))).toBe('2026-03-03T09:00:00.000Z');
  });

  it('are no slot while the case worker is away, first and last day included', () => {
    const away = [{ from: '2026-03-01', until: '2026-03-04' }];
    expect(startOf({}, early, { away })).toBe('2026-03-05T09:00:00.000Z');
    const slot = hour('2026-03-04T09:00:00.000Z');
    expect(stillFits(slot, wish(), early, { ...free, away })).toBe(false);
    expect(
      stillFits(slot, wish(), early, { ...free, away: [{ from: '2026-03-05', until: '2026-03-09' }] }),
    ).toBe(true);
  });

  it('may leave no slot at all', () => {
    expect(startOf({ office: { opens: '12:00', closes: '13:00' } })).toBeUndefined();
    expect(startOf({}, early, { away: [{ from: '2026-01-01', until: '2028-01-01' }] })).toBeUndefined();
  });
});

describe('a slot that was given out', () => {
  const slot = hour('2026-03-04T09:00:00.000Z');

  it('stays while it is ahead, not too early, on a working day and free', () => {
    expect(stillFits(slot, wish(), early, free)).toBe(true);
    expect(stillFits(slot, wish(), '2026-03-03T09:00:00.000Z', free)).toBe(true);
    expect(stillFits(slot, wish({ dueOn: '2026-03-04' }), early, free)).toBe(true);
  });

  it('goes otherwise', () => {
    expect(stillFits(slot, wish({ dueOn: '2026-03-05' }), early, free)).toBe(false);
    expect(stillFits(slot, wish(), '2026-03-04T09:00:00.000Z', free)).toBe(false);
    expect(
      stillFits(slot, wish(), early, {
        ...free,
        busy: [hour('2026-03-04T08:30:00.000Z')],
      }),
    ).toBe(false);
    expect(stillFits(hour('2026-03-08T09:00:00.000Z'), wish({ federalState: 'BE' }), early, free)).toBe(
      false,
    );
  });
});
