/** What sign-in needs, and what it tells the rest of the web server. */
import { z } from 'zod';
import type { Store } from '../../../activities/store/read.ts';
import { WebError } from '../problem.ts';
import { type Principal, signInRoles } from '../rights.ts';

export interface SignInMeans {
  readonly db: Store;
  /** Where people reach this server; without it they reach it on this machine only. */
  readonly publicUrl?: string | undefined;
  /** Settings: `OIDC_…`. */
  readonly env: NodeJS.ProcessEnv;
  /** Writes what went wrong. */
  readonly log: (error: unknown) => void;
  /** The clock, where it is not the machine's. */
  readonly now?: () => Date;
}

/** Somebody whom the local sign-in offers. Personal data. */
export const Candidate = z.object({
  person: z.string(),
  name: z.string(),
  roles: z.array(z.enum(signInRoles)),
  sites: z.array(z.string()),
});
export type Candidate = z.output<typeof Candidate>;

/** How somebody signed in: at the provider of identities, on this machine, or as a program with a token of the provider. */
export type SignInWay = 'oidc' | 'local' | 'bearer';

/** Who asks, and how they signed in. */
export interface Caller {
  readonly principal: Principal;
  readonly way: SignInWay;
}

export const clockOf = ({ now }: Pick<SignInMeans, 'now'>): Date => now?.() ?? new Date();

export const notSignedIn = (): WebError =>
  new WebError('not-signed-in', {
    de: 'Bitte melden Sie sich an.',
    en: 'Please sign in.',
  });
