/** Fills a form as somebody would who reads the labels, from what the event's schema allows. */
import type { Page } from 'playwright-core';
import type { EventDescription } from '../../workflows/journal/describe.ts';

interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
}

/** A field of an event, wherever it lies: `blocks.0.from` with the words of `blocks.from`. */
export interface FormField {
  readonly path: string;
  readonly schema: Schema;
  readonly words: EventDescription['words'][string];
  readonly isRequired: boolean;
}

/** The fields of an event as its form asks for them; of rows those of the first. */
export function formFields({ fields, words }: EventDescription): FormField[] {
  const below = (schema: Schema, at: string, wordsAt: string): FormField[] =>
    Object.entries(schema.properties ?? {}).map(([name, field]) => ({
      path: at + name,
      schema: field,
      words: words[wordsAt + name] ?? { label: { de: name, en: name } },
      isRequired: isRequired(field, schema.required?.includes(name) ?? false),
    }));
  return below(fields as Schema, '', '').flatMap((field) => {
    const row = field.schema.items?.properties ? field.schema.items : undefined;
    return [field, ...(row ? below(row, `${field.path}.0.`, `${field.path}.`) : [])];
  });
}

/** A list may be empty unless its schema says otherwise. */
const isRequired = ({ items, minItems = 0 }: Schema, inSchema: boolean): boolean =>
  items?.enum || items?.properties ? minItems > 0 : inSchema;

/** How each field is named and explained to somebody who does not see it, by the field's path. */
export const readAloud = (page: Page, event: EventDescription) =>
  page.evaluate<Record<string, { name: string; help: string }>>(
    `(${hear})(${JSON.stringify(formFields(event).map(({ path }) => path))})`,
  );

/** Runs in the page. */
const hear = `(paths) => Object.fromEntries(paths.flatMap((path) => {
  const field = document.querySelector('[id$="_-' + path + '"]');
  if (!field) return [];
  const group = field.closest('fieldset');
  const described = [field, group].map((one) => one?.getAttribute('aria-describedby') ?? '').join(' ').split(' ');
  const name = [group?.querySelector('legend'), field.labels?.[0] ?? field].map((one) => one?.textContent ?? '').join(' ');
  return [[path, { name, help: described.map((id) => document.getElementById(id)?.textContent ?? '').join(' ') }]];
}))`;

/** Fills all fields; gives the event's fields that must come of it. Notes are named by the stand-in for what is not kept. */
export async function fillForm(page: Page, event: EventDescription): Promise<Record<string, unknown>> {
  const said: Record<string, unknown> = {};
  for (const field of formFields(event)) {
    if (field.path.includes('.')) continue;
    said[field.path] = field.schema.items?.properties
      ? [await fillRow(page, event, field)]
      : await fillField(page, field);
  }
  return said;
}

async function fillRow(page: Page, event: EventDescription, { path, words }: FormField) {
  await page.getByRole('button', { name: `${words.label.de} hinzufügen` }).click();
  const row: Record<string, unknown> = {};
  for (const field of formFields(event).filter((one) => one.path.startsWith(`${path}.0.`))) {
    row[field.path.slice(path.length + 3)] = await fillField(page, field);
  }
  return row;
}

/** More codes than these are a list. */
const mostRadios = 4;

/** The input of a field; React's own ids end with an underscore. */
const input = (page: Page, { path }: Pick<FormField, 'path'>) => page.locator(`[id$="_-${path}"]`);

async function fillField(page: Page, field: FormField): Promise<unknown> {
  const { schema, words } = field;
  const inner = schema.items ?? schema;
  if (words.ref === 'note') {
    await input(page, field).fill('In zwei Wochen wieder.');
    return schema.items ? ['unkept-note'] : 'unkept-note';
  }
  if (schema.const === true) {
    await input(page, field).check();
    return true;
  }
  if (schema.items && inner.enum) {
    const codes = inner.enum.slice(0, 2);
    for (const code of codes) await check(page, field, 'checkbox', code);
    return codes;
  }
  if (schema.type === 'boolean') {
    await check(page, field, 'radio', 'false');
    return false;
  }
  if (schema.enum) return await choose(page, field, schema.enum);
  return await type(page, field);
}

const group = (page: Page, { words }: FormField) =>
  page.getByRole('group', { name: new RegExp(`^${escaped(words.label.de)}( \\(freiwillig\\))?$`) });

async function check(page: Page, field: FormField, role: 'radio' | 'checkbox', code: string): Promise<void> {
  const label = field.words.values?.[code]?.de ?? code;
  await group(page, field).getByRole(role, { name: label, exact: true }).check();
}

async function choose(page: Page, field: FormField, codes: readonly string[]): Promise<string> {
  const code = codes.at(-1) ?? '';
  if (codes.length > mostRadios) {
    const label = field.words.values?.[code]?.de ?? code;
    await input(page, field).selectOption({ label });
  } else await check(page, field, 'radio', code);
  return code;
}

async function type(page: Page, field: FormField): Promise<unknown> {
  const { schema, words } = field;
  const box = input(page, field);
  if ((await box.evaluate((element) => element.tagName)) === 'SELECT') {
    await box.selectOption({ index: 1 });
    const value = await box.inputValue();
    return schema.type === 'integer' ? Number(value) : value;
  }
  if (schema.format === 'date') return await typed(box, '2026-11-20', '2026-11-20');
  if (schema.format === 'date-time') {
    await box.fill('2026-11-20');
    await input(page, { path: `${field.path}-time` }).fill('14:30');
    return '2026-11-20T13:30:00.000Z';
  }
  if (schema.type === 'integer') return await typed(box, String(schema.minimum ?? 1), schema.minimum ?? 1);
  if (words.ref === 'effect') return await typed(box, 'reminder/taskDue-3', 'reminder/taskDue-3');
  if (words.ref === 'meeting') return await typed(box, 'reflection/after-3', 'reflection/after-3');
  return await typed(box, 'x-1', 'x-1');
}

async function typed<T>(box: { fill: (text: string) => Promise<void> }, text: string, value: T): Promise<T> {
  await box.fill(text);
  return value;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
