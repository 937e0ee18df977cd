/** Checks requests by their schemas; one that does not fit is said field by field. */
import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { fieldReasons } from '../../../workflows/journal/fieldErrors.ts';
import { WebError } from '../problem.ts';

/** The API's validator compiler: parses by zod, and answers what is wrong as a problem with a reason for each field. */
export const checkRequest: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  const at = httpPart === undefined || httpPart === 'body' ? [] : [httpPart];
  return (data: unknown) => {
    const parsed = schema.safeParse(data);
    if (parsed.success) return { value: parsed.data };
    const text = { de: 'Etwas an der Anfrage stimmt nicht.', en: 'Something in the request is wrong.' };
    return { error: new WebError('bad-request', text, fieldReasons(parsed.error, data, at)) };
  };
};
