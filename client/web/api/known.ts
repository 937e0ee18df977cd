/** Types of the product's own as schemas of the API. */
import type { z } from 'zod';

/** A type as it is, with as much of a schema as a reader of the API needs. */
export const known = <T>(schema: z.ZodType): z.ZodType<T, T> => schema as z.ZodType<T, T>;
