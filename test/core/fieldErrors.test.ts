/** What is wrong with a field, word for word in German and English, and where it lies. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseEvent, parseId } from '../../workflows/journal/entry.ts';
import { fieldReasons } from '../../workflows/journal/fieldErrors.ts';
import { Refusal } from '../../workflows/journal/refusal.ts';
import { Day, Instant } from '../../workflows/policy/calendar.ts';
import { refusedBy } from '../support/journal.ts';

/** Code, German and English of the first reason against a value of the field `x`. */
function against(schema: z.ZodType, value: unknown): readonly [string, string, string] {
  const input = { x: value };
  const { error } = z.strictObject({ x: schema }).safeParse(input);
  const [reason] = error ? fieldReasons(error, input, []) : [];
  expect(reason?.field).toBe('x');
  return [reason?.code ?? '', reason?.de ?? '', reason?.en ?? ''];
}

const range = 'between 2008-01-01 and 2040-12-31';

describe('a field', () => {
  test.each<[string, z.ZodType, unknown, string, string, string]>([
    ['left out', z.string(), undefined, 'missing', 'fehlt', 'is missing'],
    ['of text', z.string(), 5, 'invalid_type', 'muss ein Text sein', 'must be a text'],
    ['of whole numbers', z.int(), 1.5, 'invalid_type', 'muss eine ganze Zahl sein', 'must be a whole number'],
    ['of numbers', z.number(), 'x', 'invalid_type', 'muss eine Zahl sein', 'must be a number'],
    [
      'of yes and no',
      z.boolean(),
      'yes',
      'invalid_type',
      'muss true oder false sein',
      'must be true or false',
    ],
    ['of lists', z.array(z.string()), 'x', 'invalid_type', 'muss eine Liste sein', 'must be a list'],
    [
      'of objects',
      z.object({}),
      'x',
      'invalid_type',
      'muss ein Objekt mit Feldern sein',
      'must be an object with fields',
    ],
    ['of another type', z.bigint(), 'x', 'invalid_type', 'muss bigint sein', 'must be bigint'],
    [
      'of days',
      z.iso.date(),
      '2024-02-30',
      'invalid_format',
      'muss ein Tag, den es gibt (JJJJ-MM-TT) sein',
      'must be a day that exists (YYYY-MM-DD)',
    ],
    [
      'of instants',
      z.iso.datetime(),
      '2024-02-30T00:00:00Z',
      'invalid_format',
      'muss ein Zeitpunkt, den es gibt (JJJJ-MM-TTThh:mm:ssZ) sein',
      'must be an instant that exists (YYYY-MM-DDThh:mm:ssZ)',
    ],
    [
      'of ids',
      z.string().regex(/^a$/),
      'Müller GmbH',
      'invalid_format',
      'muss eine Kennung aus Buchstaben, Ziffern und Bindestrichen, höchstens 63 Zeichen sein',
      'must be an opaque id of letters, digits and hyphens, at most 63 long',
    ],
    ['of another format', z.email(), 'x', 'invalid_format', 'muss email sein', 'must be email'],
    [
      'of several words',
      z.enum(['low', 'high']),
      'x',
      'invalid_value',
      'muss eines von low, high sein',
      'must be one of low, high',
    ],
    ['of one word', z.literal(true), false, 'invalid_value', 'muss true sein', 'must be true'],
    [
      'that is too small',
      z.int().min(3),
      2,
      'too_small',
      'muss mindestens 3 sein (oder enthalten)',
      'must be (or hold) at least 3',
    ],
    ['that is too big', z.int().max(3), 4, 'too_big', 'darf höchstens 3 sein', 'must be at most 3'],
    [
      'with a check of its own',
      Day,
      '2007-12-31',
      'custom',
      'muss zwischen 2008-01-01 und 2040-12-31 liegen',
      `must lie ${range}`,
    ],
    [
      'with a check in one language',
      z.string().refine(() => false, 'is odd'),
      'x',
      'custom',
      'is odd',
      'is odd',
    ],
    [
      'with anything else',
      z.int().multipleOf(2),
      3,
      'not_multiple_of',
      'ist ungültig',
      'Invalid number: must be a multiple of 2',
    ],
  ])('%s says what it takes', (_, schema, value, code, de, en) => {
    expect(against(schema, value)).toEqual([code, `Feld »x« ${de}.`, `Field "x" ${en}.`]);
  });

  test('that takes a day or an instant speaks of the day', () => {
    const either = z.union([Day, Instant]);
    expect(against(either, 'soon')).toEqual([
      'invalid_format',
      'Feld »x« muss ein Tag, den es gibt (JJJJ-MM-TT) sein.',
      'Field "x" must be a day that exists (YYYY-MM-DD).',
    ]);
    expect(against(z.union([z.string(), z.int()]), true)[1]).toBe('Feld »x« muss ein Text sein.');
    expect(against(either, undefined)).toEqual(['missing', 'Feld »x« fehlt.', 'Field "x" is missing.']);
  });

  test('that a check of the whole misses is told in the words of the check', () => {
    const whole = z.object({}).refine(() => false, {
      ...{ error: 'is needed', params: { de: 'ist nötig' }, path: ['event'] },
    });
    const deep = z.object({}).refine(() => false, { error: 'x', path: ['event', 'type'] });
    const below = deep.safeParse({}).error;
    expect(below && fieldReasons(below, {}, []).map(({ code, field }) => [code, field])).toEqual([
      ['missing', 'event.type'],
    ]);
    const { error } = whole.safeParse({});
    expect(error && fieldReasons(error, {}, ['statements', 0])).toEqual([
      {
        ...{ code: 'missing', field: 'statements.0.event' },
        ...{ de: 'Feld »statements.0.event« ist nötig.', en: 'Field "statements.0.event" is needed.' },
      },
    ]);
  });

  test('that lies deep is named by its way down, in a union too', () => {
    const schema = z.strictObject({
      list: z.array(z.union([z.strictObject({ on: z.int() }), z.string()])),
    });
    const input = { list: ['fine', { on: 'soon' }] };
    const { error } = schema.safeParse(input);
    expect(error && fieldReasons(error, input, ['row', 7]).map(({ code, field }) => [code, field])).toEqual([
      ['invalid_type', 'row.7.list.1.on'],
    ]);
  });

  test('that does not exist is named, each for itself and in its place', () => {
    const schema = z.strictObject({ inner: z.strictObject({}) });
    const input = { inner: { one: 1, two: undefined } };
    const { error } = schema.safeParse(input);
    expect(error && fieldReasons(error, input, ['event'])).toEqual(
      ['one', 'two'].map((name) => ({
        ...{ code: 'unrecognized_keys', field: `event.inner.${name}` },
        de: `Feld »event.inner.${name}« gibt es hier nicht.`,
        en: `Field "event.inner.${name}" does not exist here.`,
      })),
    );
  });

  test('of nothing at all is missing', () => {
    const { error } = z.strictObject({ x: z.strictObject({ y: z.int() }) }).safeParse(undefined);
    expect(error && fieldReasons(error, undefined, ['row'])).toEqual([
      { code: 'missing', field: 'row', de: 'Feld »row« fehlt.', en: 'Field "row" is missing.' },
    ]);
  });
});

describe('an event from outside', () => {
  test('of an unknown type is answered with those of its region, or else with some', () => {
    const refusal = refusedBy(() => parseEvent({ type: 'handover.forgotten' }, ['statements', 0, 'event']));
    const near =
      'handover.proposed, handover.approved, handover.accepted, handover.declined, handover.withdrawn';
    expect([refusal.code, refusal.reasons]).toEqual([
      'unknown-event',
      [
        {
          ...{ code: 'unknown-event', field: 'statements.0.event.type' },
          de: `Das Ereignis »handover.forgotten« gibt es nicht. Ähnlich: ${near}.`,
          en: `There is no event "handover.forgotten". Similar: ${near}.`,
        },
      ],
    ]);
    const some =
      'intake.referred, intake.eligibilityAssessed, intake.admitted, intake.referredElsewhere, intake.declined';
    for (const type of ['hand', 'hand.over', '', 'toString']) {
      const [reason] = refusedBy(() => parseEvent({ type })).reasons;
      expect(reason?.field).toBe('type');
      expect(reason?.en).toBe(`There is no event "${type}". Similar: ${some}.`);
    }
  });

  test('names each field at fault from where the event lies', () => {
    const raw = { type: 'goal.set', goal: 'g 1', soon: true };
    const { code, reasons } = refusedBy(() => parseEvent(raw, ['event']));
    expect(code).toBe('invalid-field');
    expect(reasons.map(({ code: kind, field }) => [kind, field])).toEqual([
      ['invalid_format', 'event.goal'],
      ['missing', 'event.reviewOn'],
      ['unrecognized_keys', 'event.soon'],
    ]);
  });
});

test('the key of an effect is a kind and what it belongs to, from its first letter to its last', () => {
  const stuck = (effect: string) => ({ type: 'effect.stuck', effect, rev: 1 });
  const told = (effect: string) => parseEvent(stuck(effect));
  for (const key of ['reflection/after-2', 'a', `a${'b'.repeat(119)}`]) expect(told(key)).toEqual(stuck(key));
  for (const key of [
    '',
    'Reflection/1',
    ' reflection/1',
    '1/reflection',
    'reflection/1 ',
    `a${'b'.repeat(120)}`,
  ])
    expect(refusedBy(() => told(key)).reasons).toEqual([
      {
        ...{ code: 'custom', field: 'effect' },
        de: expect.stringContaining('muss der Schlüssel einer Wirkung sein'),
        en: expect.stringContaining('must be the key of an effect'),
      },
    ]);
});

test('an id of a journey is refused by name if it is none', () => {
  expect(parseId('p-1', 'journey')).toBe('p-1');
  for (const [raw, kind] of [
    ['Erika Mustermann', 'invalid_format'],
    ['-p', 'invalid_format'],
    ['p'.repeat(64), 'invalid_format'],
    [undefined, 'invalid_type'],
  ] as const) {
    const { code, reasons } = refusedBy(() => parseId(raw, 'journey'));
    expect(code).toBe('invalid-field');
    expect(reasons).toEqual([expect.objectContaining({ field: 'journey' })]);
    expect(reasons[0]?.code).toBe(raw === undefined ? 'missing' : kind);
  }
  expect(parseId('p'.repeat(63), 'journey')).toHaveLength(63);
});

test('a refusal is an error that says its code and all its reasons', () => {
  const reason = (en: string) => ({ code: 'x', de: '–', en });
  const refusal = new Refusal('rule', [reason('One.'), reason('Two.')]);
  expect(refusal).toBeInstanceOf(Error);
  expect([refusal.name, refusal.code, refusal.message]).toEqual(['Refusal', 'rule', 'rule: One. Two.']);
  expect(refusal.reasons).toHaveLength(2);
});
