/** What an entry says, in words: each field by its label, each code and each name as people know it. Pure. */
import type { EventDescription } from '../../../workflows/journal/describe.ts';
import type { JourneyEvent } from '../../../workflows/journal/events.ts';
import { type FieldSpec, fieldsOf } from '../form/fields.ts';
import { dayText, instantText, monthText } from '../parts/dates.ts';
import type { Language } from '../parts/lang.tsx';
import { nameOf, noteText, type Shown } from './shown.ts';

export interface Line {
  readonly label: string;
  readonly value: string;
}

type Naming = Pick<Shown, 'organisations' | 'staff' | 'people' | 'notes'>;

/** The fields of an event that say something, in the order of its form. */
export function entryLines(
  event: JourneyEvent,
  description: EventDescription,
  shown: Naming,
  language: Language,
): Line[] {
  const { type: _, ...values } = event;
  return linesOf(fieldsOf(description), values, shown, language);
}

function linesOf(
  specs: readonly FieldSpec[],
  values: Readonly<Record<string, unknown>>,
  shown: Naming,
  language: Language,
): Line[] {
  return specs.flatMap((spec) => {
    const value = values[spec.name];
    const text = value === undefined ? '' : valueText(spec, value, shown, language);
    return text === '' ? [] : [{ label: language.say(spec.label), value: text }];
  });
}

function valueText(spec: FieldSpec, value: unknown, shown: Naming, language: Language): string {
  if (Array.isArray(value)) return value.map((one) => valueText(spec, one, shown, language)).join(', ');
  if (typeof value === 'object' && value !== null) {
    const lines = linesOf(spec.fields, value as Record<string, unknown>, shown, language);
    return lines.map((line) => `${line.label} ${line.value}`).join(' ');
  }
  const { lang, t, say } = language;
  const text = String(value);
  const option = spec.options.find((one) => one.value === text);
  if (option) return say(option.label);
  if (spec.kind === 'day') return dayText(text, lang);
  if (spec.kind === 'instant') return instantText(text, lang);
  if (spec.kind === 'month') return monthText(text, lang);
  if (spec.kind === 'note') return noteText(shown, text);
  if (spec.kind === 'ref') return spec.isNumber ? t('entryNumber', { seq: text }) : nameOf(shown, text);
  return text;
}
