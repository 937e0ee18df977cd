/** Somebody who goes from page to page as a browser does: with cookies, which know no ports, and along redirects. */

export interface Page {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface Surfer {
  /** One request; redirects are not followed. */
  readonly ask: (url: string, init?: RequestInit) => Promise<Page>;
  /** Follows redirects, at most until one leads to an address that `stop` is true for, which is not asked. */
  readonly go: (url: string, init?: RequestInit, stop?: (url: string) => boolean) => Promise<Page>;
  /** All cookies by name; may be changed. */
  readonly cookies: Map<string, string>;
}

/** A new browser without cookies. */
export function newSurfer(): Surfer {
  const cookies = new Map<string, string>();
  const ask = async (url: string, init: RequestInit = {}): Promise<Page> => {
    const headers = new Headers({ accept: 'text/html', ...(init.headers as Record<string, string>) });
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) take(cookies, line);
    return { url, status: response.status, headers: response.headers, text: await response.text() };
  };
  const go: Surfer['go'] = async (url, init, stop = () => false) => {
    const page = await ask(url, init);
    const location = page.headers.get('location');
    if (location === null) return page;
    const next = new URL(location, url).href;
    return stop(next) ? { ...page, url: next } : await go(next, undefined, stop);
  };
  return { ask, go, cookies };
}

function take(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(/;\s*/);
  const at = pair.indexOf('=');
  const expires = attributes.find((one) => /^expires=/i.test(one))?.slice('expires='.length);
  const isGone = expires !== undefined && Date.parse(expires) <= Date.now();
  if (isGone) cookies.delete(pair.slice(0, at));
  else cookies.set(pair.slice(0, at), pair.slice(at + 1));
}

/** Fills in the test provider's form, to which the page must have led. */
export async function fillIn(surfer: Surfer, page: Page, login: string, stop?: (url: string) => boolean) {
  const action = /action="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const body = new URLSearchParams({ prompt: 'login', login, password: 'any' });
  return await surfer.go(new URL(action, page.url).href, { method: 'POST', body }, stop);
}
