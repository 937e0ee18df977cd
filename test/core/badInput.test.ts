/** Bad input, for every event and every field: a clear refusal that names the field, in German and English. */
import { describe, expect, test } from 'vitest';
import { describeEvents } from '../../workflows/journal/describe.ts';
import { parseEvent } from '../../workflows/journal/entry.ts';
import { type EventType, eventTypes } from '../../workflows/journal/events.ts';
import { noFacts } from '../../workflows/machine/facts.ts';
import { refusedBy } from '../support/journal.ts';
import { eventsOf } from '../support/pathEvents.ts';

const at = '2024-09-10T12:00:00.000Z';
const schemas = new Map(
  describeEvents().map(({ type, fields }) => [type, fields as { properties?: object }]),
);
const fieldsOf = (type: EventType): string[] => Object.keys(schemas.get(type)?.properties ?? {});

/** Every field of every event. */
const everyField = eventTypes.flatMap((type) => fieldsOf(type).map((field) => [type, field] as const));

/** What no field of any event may hold: nothing, an object, a list of lists, free text, a day that does not exist. */
const never = [null, {}, [[]], 'Müller GmbH & Co.', '2024-02-30T99:00', Number.NaN, -1, 1.5];

describe('a field of an event', () => {
  test.each(everyField)('%s: %s holds no bad value', (type, field) => {
    const [good] = eventsOf(type, at, noFacts);
    expect(good).toBeDefined();
    for (const value of never) {
      const refusal = refusedBy(() => parseEvent({ ...good, type, [field]: value }));
      expect(refusal.code).toBe('invalid-field');
      const fields = refusal.reasons.map((reason) => reason.field?.split('.')[0]);
      expect([type, value, fields]).toEqual([type, value, fields.map(() => field)]);
    }
  });
});

describe('an event', () => {
  test.each(eventTypes)('%s takes its good payloads and no field that is not its own', (type) => {
    for (const good of eventsOf(type, at, noFacts)) {
      expect(parseEvent(good)).toMatchObject({ type });
      const named = { ...good, name: 'Erika' };
      const refusal = refusedBy(() => parseEvent(named));
      expect(refusal.reasons).toEqual([
        expect.objectContaining({ code: 'unrecognized_keys', field: 'name' }),
      ]);
      expect(JSON.stringify(refusal.reasons)).not.toContain('Erika');
    }
  });
});
