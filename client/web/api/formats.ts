/** Answers that are files: which kind is asked for, and how it is sent. */
import type { FastifyReply, FastifyRequest } from 'fastify';

export const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
} as const;
export type FileFormat = keyof typeof mediaTypes;

/** The format that a request asks for: by name, else by its `Accept` header; JSON where it asks for none of those offered. Pure. */
export function formatFor<F extends FileFormat>(
  { headers }: Pick<FastifyRequest, 'headers'>,
  named: F | 'json' | undefined,
  offered: readonly F[],
): F | 'json' {
  if (named !== undefined) return named;
  const wanted = (headers.accept ?? '').split(',').map((one) => one.split(';')[0]?.trim());
  return offered.find((format) => wanted.includes(mediaTypes[format].split(';')[0])) ?? 'json';
}

/** Sends a file to be saved under a name, which is made of codes, days and opaque ids only. */
export const sendFile = (
  reply: FastifyReply,
  name: string,
  mediaType: string,
  content: string | Uint8Array,
): FastifyReply =>
  reply
    .type(mediaType)
    .header('content-disposition', `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"`)
    .send(typeof content === 'string' ? content : Buffer.from(content));
