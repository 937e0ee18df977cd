/** What the rows of the catalogue are made of: ids, who may say something, and the shape of a row. */
import { z } from 'zod';
import type { Role } from '../../effects/words.ts';

/** An opaque id: never a name, so that nothing outside the store names a person. */
export const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,62}$/);
export type Id = z.infer<typeof Id>;

/** `seq` of the entry that opened something: an internship, a goal, a task. */
export const Seq = z.int().min(1);

export const Party = z.enum(['participant', 'company']);
export type Party = z.infer<typeof Party>;

export const team = ['caseWorker', 'teamLead'] as const satisfies readonly Role[];
export const lead = ['teamLead'] as const satisfies readonly Role[];
export const supporters = ['caseWorker', 'teamLead', 'learningSupporter'] as const satisfies readonly Role[];
export const protection = ['dataProtection', 'teamLead'] as const satisfies readonly Role[];
/** Everybody who may be invited, and the team, who enter what they were told. */
export const invited = [
  'participant',
  'guardian',
  'trainer',
  'teacher',
  'caseWorker',
  'teamLead',
] as const satisfies readonly Role[];
export const system = ['system'] as const satisfies readonly Role[];

/** One row: who may send the event, its name for people, its fields. */
export interface EventSpec {
  readonly roles: readonly Role[];
  readonly label: { readonly de: string; readonly en: string };
  readonly fields: z.ZodObject;
}

export const event = <F extends z.ZodRawShape>(
  roles: readonly Role[],
  de: string,
  en: string,
  fields: F,
): { roles: readonly Role[]; label: { de: string; en: string }; fields: z.ZodObject<F, z.core.$strict> } => ({
  roles,
  label: { de, en },
  fields: z.strictObject(fields),
});
