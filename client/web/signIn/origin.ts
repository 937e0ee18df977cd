/** Where a request comes from: one of our own pages or another site's, this machine or another one. Pure. */
import type { FastifyRequest } from 'fastify';

type Asked = Pick<FastifyRequest, 'headers' | 'method'>;

/** Whether a request asks to change something. */
export const changes = ({ method }: Pick<Asked, 'method'>): boolean =>
  !['GET', 'HEAD', 'OPTIONS'].includes(method);

/**
 * Whether one of our own pages, or the user themselves, sent a request. Browsers say so; old ones name at least the page's
 * origin. A request that says neither is nobody's.
 */
export function isFromOurPage({ headers }: Asked, publicUrl: string | undefined): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin, host } = headers;
  if (origin === undefined || !URL.canParse(origin)) return false;
  const isOurs = publicUrl !== undefined && new URL(publicUrl).origin === origin;
  return isOurs || new URL(origin).host === host;
}

/** Whether a body, where there is one, is JSON: what no form of another site can send. */
export function isJson({ headers }: Asked): boolean {
  const type = headers['content-type'];
  return type === undefined || /^application\/json\s*(;|$)/i.test(type);
}

const thisMachine = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether an address leads to this machine and to no other one. */
export const isLoopbackUrl = (url: string): boolean => thisMachine.includes(new URL(url).hostname);

const isLoopbackAddress = (address: string | undefined): boolean =>
  address !== undefined && /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/.test(address);

const isForwarding = (header: string): boolean => /^(forwarded|via|x-forwarded-.*|x-real-ip)$/.test(header);

/**
 * Whether a request was made on this machine, to this machine, by nothing in between: neither a proxy nor another site whose
 * name was made to point here.
 */
export function isOnThisMachine({ headers, socket }: Pick<FastifyRequest, 'headers' | 'socket'>): boolean {
  const host = `http://${headers.host ?? ''}`;
  return (
    isLoopbackAddress(socket.remoteAddress) &&
    URL.canParse(host) &&
    isLoopbackUrl(host) &&
    !Object.keys(headers).some(isForwarding)
  );
}
