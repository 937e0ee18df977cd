/** Forms are made of the catalogue: no event, field or code is without words in German and English. */
import { describe, expect, test } from 'vitest';
import { replyWords, roleWords, rungWords, type Text, weekdayWords } from '../../workflows/effects/words.ts';
import { describeEvents, labelOfValue, wordsOfEvent } from '../../workflows/journal/describe.ts';
import { eventTypes } from '../../workflows/journal/events.ts';
import { refs } from '../../workflows/journal/words/field.ts';
import { attentionWords, phaseWords } from '../../workflows/journal/words/places.ts';

interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly properties?: { readonly [name: string]: Schema };
  readonly items?: Schema;
}

/** Every field of a schema, however deep, by its path. */
const fieldsIn = ({ properties = {} }: Schema, prefix = ''): [string, Schema][] =>
  Object.entries(properties).flatMap(([name, schema]) => [
    [`${prefix}${name}`, schema],
    ...fieldsIn(schema.items ?? schema, `${prefix}${name}.`),
  ]);

const codesOf = ({ type, enum: codes, items }: Schema): readonly string[] =>
  items ? codesOf(items) : type === 'boolean' ? ['true', 'false'] : (codes ?? []);

const events = describeEvents();
const lists = { roleWords, rungWords, replyWords, weekdayWords, phaseWords, attentionWords };
/** Whoever this is, it has one name everywhere. */
const sameInBoth = [
  ...['Wegbegleiter', 'Baden-Württemberg', 'Berlin', 'Brandenburg', 'Bremen', 'Hamburg', 'Saarland'],
  'Schleswig-Holstein',
];

/** All that is said, with where it is said. */
const texts: [string, Text][] = [
  ...events.flatMap(({ type, help, words }): [string, Text][] => [
    [type, help],
    ...Object.entries(words).flatMap(([path, field]): [string, Text][] => [
      [`${type} ${path}`, field.label],
      ...(field.help ? [[`${type} ${path} help`, field.help] as [string, Text]] : []),
      ...Object.entries(field.values ?? {}).map(([code, text]): [string, Text] => [
        `${type} ${path} ${code}`,
        text,
      ]),
    ]),
  ]),
  ...Object.entries(lists).flatMap(([name, words]) =>
    Object.entries<Text>(words).map(([code, text]): [string, Text] => [`${name} ${code}`, text]),
  ),
];

const isPlain = (text: string, code: string | undefined): boolean =>
  text.trim() === text &&
  text.length > 1 &&
  text.length <= 220 &&
  text !== code &&
  !/^[a-z]+[A-Z]\w*$/.test(text);

describe('the words', () => {
  test('are short, in both languages, and no codes', () => {
    const bad = texts.filter(([where, { de, en }]) => {
      const code = where.split(' ').at(-1);
      return !isPlain(de, code) || !isPlain(en, code) || (de === en && !sameInBoth.includes(de));
    });
    expect(bad).toEqual([]);
  });

  test('explain every event, and none like another', () => {
    expect(events.map(({ type }) => type)).toEqual(eventTypes);
    for (const language of ['de', 'en'] as const) {
      const said = events.map(({ help }) => help[language]);
      expect(new Set(said).size).toBe(said.length);
      for (const text of said) expect(text).toMatch(/^\p{Lu}.*[.?]$/su);
    }
  });
});

describe('the form of an event', () => {
  const forms = events.map(({ type, words, fields }) => ({ type, words, all: fieldsIn(fields as Schema) }));
  const languages = ['de', 'en'] as const;

  test('has words for each field, in their order, and for no others', () => {
    for (const { type, words, all } of forms) {
      expect([type, ...Object.keys(words)]).toEqual([type, ...all.map(([path]) => path)]);
    }
  });

  test('calls no two fields the same', () => {
    for (const { type, words } of forms) {
      for (const language of languages) {
        const labels = Object.values(words).map(({ label }) => label[language]);
        expect([type, ...new Set(labels)]).toEqual([type, ...labels]);
      }
    }
  });

  test('has words for each code, none the same, and for no others', () => {
    for (const { type, words, all } of forms) {
      for (const [path, schema] of all) {
        const values = words[path]?.values ?? {};
        expect([type, path, ...Object.keys(values).sort()]).toEqual([
          type,
          path,
          ...codesOf(schema).toSorted(),
        ]);
        for (const language of languages) {
          const said = Object.values(values).map((text) => text[language]);
          expect([type, path, ...new Set(said)]).toEqual([type, path, ...said]);
        }
      }
    }
  });

  test('says what each id and each number of an entry stands for, and of no code', () => {
    for (const { type, words, all } of forms) {
      for (const [path, schema] of all) {
        const { ref } = words[path] ?? {};
        const isId = (schema.items ?? schema).pattern?.includes('A-Za-z0-9-') ?? false;
        if (isId || numbered.includes(path))
          expect([type, path, refs]).toEqual([type, path, expect.arrayContaining([ref])]);
        if (codesOf(schema).length > 0) expect([type, path, ref]).toEqual([type, path, undefined]);
      }
    }
  });
});

/** Fields that hold an entry's number. */
const numbered = ['internship', 'termination', 'goal', 'task', 'help', 'funding'];

test('what an entry or a key points at is offered by its kind', () => {
  const found = events.flatMap(({ type, words }) =>
    Object.entries(words).flatMap(([path, { ref }]) => (ref === undefined ? [] : [`${type}.${path} ${ref}`])),
  );
  expect(found.filter((row) => !/ (site|caseWorker|company|chamber|funder|occupation)$/.test(row))).toEqual([
    'preparation.partRecorded.result note',
    'internship.started.internship internship',
    'internship.reviewed.internship internship',
    'internship.brokenOff.internship internship',
    'journey.transferred.to provider',
    'journey.received.from provider',
    'effect.stuck.effect effect',
    'school.timesSet.school school',
    'meeting.scheduled.meeting meeting',
    'meeting.held.agreed note',
    'termination.settled.termination termination',
    'goal.set.goal note',
    'goal.reviewed.goal goal',
    'task.set.task note',
    'task.done.task task',
    'task.dropped.task task',
    'help.started.help help',
    'help.ended.help help',
    'hours.reported.month month',
    'learningSupport.requested.subject subject',
    'learningSupport.started.supporter supporter',
    'funding.ended.funding funding',
  ]);
  expect(new Set(found.map((row) => row.split(' ').at(-1)))).toEqual(new Set(refs));
});

test('an event may say more of a field than all others, and a yes and no more than that', () => {
  const { label, help, words } = wordsOfEvent('goal.reviewed');
  expect(label.en).toBe('Goal reviewed');
  expect(help.de).toContain('Ziel');
  expect(words.goal).toEqual({ label: { de: 'Welches Ziel?', en: 'Which goal?' }, ref: 'goal' });
  const { words: school } = wordsOfEvent('school.timesSet');
  expect(school['blocks.from']?.label.de).toBe('Block: erster Tag');
  expect(school.school).toMatchObject({ label: { de: 'Berufsschule' }, ref: 'school', help: {} });
  expect(labelOfValue('contact.recorded', 'reached', false)?.de).toBe('nicht erreicht');
  expect(labelOfValue('hours.answered', 'agreed', true)?.de).toBe('ja');
  expect(labelOfValue('meeting.held', 'attended', 'trainer')).toBe(roleWords.trainer);
  expect(labelOfValue('intake.referred', 'federalState', 'BY')?.en).toBe('Bavaria');
  for (const value of ['elsewhere', 'toString', undefined]) {
    expect(labelOfValue('intake.referred', 'source', value)).toBeUndefined();
  }
  expect(labelOfValue('intake.referred', 'site', 'constructor')).toBeUndefined();
  expect(labelOfValue('intake.referred', 'nowhere', 'funder')).toBeUndefined();
});
