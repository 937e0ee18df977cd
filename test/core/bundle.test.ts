/** What a bundle is taken for: only what the partner signed, for us, whole, and following from its own journal. */
import { FlattenedSign, importJWK } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Bundle,
  format,
  journalHash,
  journeyIn,
  openBundle,
  sealBundle,
} from '../../client/moves/bundle.ts';
import { createKeys, type PrivateKeys, type PublicKeys, publicOf } from '../../client/moves/keys.ts';
import { handedWith, openAt } from '../../client/moves/open.ts';
import type { Entry } from '../../workflows/journal/entry.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import { Refusal } from '../../workflows/journal/refusal.ts';
import { answered, commit, type Ledger, open, propose, tick } from '../../workflows/journey/ledger.ts';
import { newestPolicy } from '../../workflows/policy/policy.ts';
import { journalOf, type Row, raised, saying, scheduled, training } from '../support/journal.ts';

const versions = { machineVersion: 1, policyVersion: newestPolicy } as const;
const left = '2024-10-04T12:00:00.000Z';
const now = '2024-10-05T12:00:00.000Z';
const person = { id: 't-1', name: 'Geheim Niemand', email: 'geheim@example.org' };
const involvement = { scope: 'journey', scopeId: 'p-1', role: 'participant', personId: 't-1' } as const;
const roster: Bundle['roster'] = { people: [person], involvements: [involvement] };

let one: PrivateKeys;
let two: PrivateKeys;
let three: PrivateKeys;
/** Other keys of the same providers. */
let oneAnew: PrivateKeys;
let twoAnew: PrivateKeys;
beforeAll(async () => {
  const ids = ['provider-1', 'provider-2', 'provider-3', 'provider-1', 'provider-2'];
  const keys = await Promise.all(ids.map(createKeys));
  [one, two, three, oneAnew, twoAnew] = keys as [
    PrivateKeys,
    PrivateKeys,
    PrivateKeys,
    PrivateKeys,
    PrivateKeys,
  ];
});

const rows: Row[] = [
  ...training(),
  ['2024-09-30', scheduled('reflection/after-6', '2024-10-14T08:00:00.000Z'), { role: 'system' }],
  ['2024-10-01', raised],
];

/** What ends with the journey, and is called anew where it goes on. */
const ended = ['reflection/after-6', 'reminder/consentMissing/reflection/after-6'];

/** The books of a journey that left, with a conflict that nobody has been told of yet. */
function transferred(to = 'provider-2', event: JourneyEvent = { type: 'journey.transferred', to }): Ledger {
  const opened = open({ journey: 'p-1', ...versions, journal: journalOf(...rows) }, left).ledger;
  const done = Object.values(opened.handed).reduce(
    (books, { order }) =>
      order && order.kind !== 'conflictEscalation' ? answered(books, order, null, left).ledger : books,
    opened,
  );
  const current = tick(done, left).ledger;
  return commit(current, propose(current, [saying(event)], 'away', left)).ledger;
}

function bundleOf({ journal, handed }: Ledger = transferred()): Omit<Bundle, 'from' | 'to'> {
  const stages = Object.entries(handed).map(([key, { rev, op }]) => [key, { rev, op }] as const);
  const whole = { ...versions, journal, handed: Object.fromEntries(stages) };
  return { journey: 'p-1', ...whole, open: openAt(whole, []), roster };
}

type Payload = Record<string, unknown> & { journal: Entry[]; people: string; open: { params: object }[] };
type File = Record<'protected' | 'payload' | 'signature', string>;
const textOf = (part: string): string => Buffer.from(part, 'base64url').toString('utf8');
const payloadOf = (text: string): Payload => JSON.parse(textOf((JSON.parse(text) as File).payload));

/** What a partner would sign who means ill or has a broken program: the same bundle with something else in it. */
async function signedWith(
  change: (payload: Payload) => object,
  keys = one,
  bundle = bundleOf(),
): Promise<string> {
  const payload = payloadOf(await sealBundle(bundle, one, publicOf(two)));
  const [signing] = keys.keys;
  const signed = await new FlattenedSign(
    new TextEncoder().encode(JSON.stringify({ ...payload, ...change(payload) })),
  )
    .setProtectedHeader({ alg: 'EdDSA', kid: signing.kid })
    .sign(await importJWK(signing, 'EdDSA'));
  return JSON.stringify(signed);
}

const sealed = (more: Partial<Bundle> = {}, partner = publicOf(two)): Promise<string> =>
  sealBundle({ ...bundleOf(), ...more }, one, partner);

async function refusal(text: string, own = two, partner: PublicKeys = publicOf(one)): Promise<Refusal> {
  const error: unknown = await openBundle(text, own, partner, now).catch((thrown: unknown) => thrown);
  if (!(error instanceof Refusal)) throw new Error('expected a refusal');
  return error;
}

test('opens as it was sealed, with the people in it', async () => {
  const bundle = bundleOf();
  const opened = await openBundle(await sealed(), two, publicOf(one), now);
  expect(opened).toEqual({ ...bundle, from: 'provider-1', to: 'provider-2' });
  expect(opened.open.map(({ key }) => key)).toEqual([...ended, 'conflict/8/talk']);
});

test('holds nobody in the clear', async () => {
  const text = await sealed();
  expect(journeyIn(text)).toBe('p-1');
  for (const secret of Object.values(person).slice(1)) {
    expect(text + textOf((JSON.parse(text) as File).payload)).not.toContain(secret);
  }
});

describe('refused with a code, in both languages, naming nobody, is', () => {
  const refused: [what: string, code: string, part: string, run: () => Promise<Refusal>][] = [
    ['what is no bundle file', 'bundle-invalid', 'no bundle file', () => refusal('{}')],
    ['what is no JSON', 'bundle-invalid', 'no bundle file', () => refusal('Geheim')],
    [
      'a bundle that somebody else signed in the partner’s name',
      'bundle-invalid',
      'signature',
      async () => refusal(await signedWith(() => ({}), three)),
    ],
    [
      'one that the partner signed with keys we do not know',
      'bundle-invalid',
      'signature',
      async () => refusal(await sealed(), two, publicOf(oneAnew)),
    ],
    [
      'one that says it comes from somebody else',
      'bundle-invalid',
      'comes from "provider-3"',
      async () => refusal(await signedWith(() => ({ from: 'provider-3' }))),
    ],
    [
      'one for somebody else',
      'not-addressed',
      '"provider-3"',
      async () => refusal(await sealed({}, publicOf(three))),
    ],
    [
      'one that we cannot decrypt any more, since our keys are new',
      'not-addressed',
      'another key',
      async () => refusal(await sealed(), twoAnew),
    ],
    [
      'one of another format',
      'unknown-version',
      'wegbegleiter-transfer/2',
      async () => refusal(await signedWith(() => ({ format: 'wegbegleiter-transfer/2' }))),
    ],
    [
      'one under rules that are not known here',
      'unknown-version',
      '2031-1',
      async () => refusal(await signedWith(() => ({ policyVersion: '2031-1' }))),
    ],
    [
      'one under a policy that is named like something else',
      'unknown-version',
      'toString',
      async () => refusal(await signedWith(() => ({ policyVersion: 'toString' }))),
    ],
    [
      'one under a machine that is not known here',
      'unknown-version',
      '99',
      async () => refusal(await signedWith(() => ({ machineVersion: 99 }))),
    ],
    [
      'one whose hash is of another journal',
      'bundle-invalid',
      'hash',
      async () =>
        refusal(await signedWith(({ journal }) => ({ journal: journal.with(0, anew(journal[0])) }))),
    ],
    [
      'one whose journal ends before the transfer',
      'not-transferred',
      'last entry',
      async () => refusal(await sealed({ journal: bundleOf().journal.slice(0, -1) })),
    ],
    [
      'one whose journal goes on after the transfer',
      'not-transferred',
      'last entry',
      async () => refusal(await sealed({ journal: [...bundleOf().journal, undone(bundleOf().journal)] })),
    ],
    [
      'one whose last entry transfers it to somebody else than the envelope',
      'not-transferred',
      'provider-2',
      async () => refusal(await sealed({ journal: bundleOf(transferred('provider-3')).journal })),
    ],
    [
      'one with an entry that no catalogue knows',
      'unknown-event',
      'nonsense',
      async () => refusal(await signedWith(({ journal }) => withEvent(journal, { type: 'nonsense' }))),
    ],
    [
      'one with an entry after its own end',
      'effective-in-future',
      '2024-11-01',
      async () =>
        refusal(
          await signedWith(({ journal }) => ({
            journal: journal.with(3, { ...journal[3], effectiveAt: '2024-11-01' } as Entry),
          })),
        ),
    ],
    [
      'one with people that cannot be decrypted',
      'bundle-invalid',
      'cannot be read',
      async () => refusal(await signedWith(({ people }) => ({ people: `${people.slice(0, -6)}AAAAAA` }))),
    ],
    [
      'one whose people are no token at all',
      'bundle-invalid',
      'cannot be read',
      async () => refusal(await signedWith(() => ({ people: 'Geheim' }))),
    ],
    [
      'one with the people of another bundle',
      'bundle-invalid',
      'another bundle',
      async () => {
        const other = await sealBundle({ ...bundleOf(), journey: 'p-2' }, one, publicOf(two));
        return refusal(await signedWith(() => ({ people: payloadOf(other).people })));
      },
    ],
    [
      'one with the people that another provider encrypted for us',
      'bundle-invalid',
      'another bundle',
      async () => {
        const other = await sealBundle(bundleOf(), three, publicOf(two));
        return refusal(await signedWith(() => ({ people: payloadOf(other).people })));
      },
    ],
    ...rosters().map(([what, wrong]): [string, string, string, () => Promise<Refusal>] => [
      `one with ${what}`,
      'bundle-invalid',
      'personal data',
      async () => refusal(await sealed({ roster: wrong as Bundle['roster'] })),
    ]),
    [
      'one with an open effect that does not follow from the journal',
      'bundle-invalid',
      'what is open',
      async () =>
        refusal(
          await signedWith((payload) => ({
            open: payload.open.map((all) => ({ ...all, params: { ...all.params, to: ['ops'] } })),
          })),
        ),
    ],
    [
      'one with a field that the format does not have',
      'bundle-invalid',
      'fields',
      async () => refusal(await signedWith(() => ({ more: 'Geheim' }))),
    ],
    [
      'one that lacks a field',
      'bundle-invalid',
      'handed',
      async () => refusal(await signedWith(() => ({ handed: undefined }))),
    ],
  ];

  test.each(refused)('%s', async (_, code, part, run) => {
    const { code: found, message, reasons } = await run();
    expect([found, message]).toEqual([code, expect.stringContaining(part)]);
    expect(reasons).not.toHaveLength(0);
    for (const { de, en } of reasons) {
      expect(de.trim()).not.toBe('');
      expect(en.trim()).not.toBe('');
      expect(de).not.toBe(en);
      expect(`${de}${en}`).not.toMatch(/geheim|undefined|\[object/i);
    }
  });

  test('one of which any part was altered, wherever', async () => {
    const file = JSON.parse(await sealed()) as File;
    for (const part of ['protected', 'payload', 'signature'] as const) {
      const text = file[part];
      for (const at of [0, 0.25, 0.5, 0.75, 0.98].map((share) => Math.floor(share * text.length))) {
        const altered = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
        expect([part, at, (await refusal(JSON.stringify({ ...file, [part]: altered }))).code]).toEqual([
          part,
          at,
          'bundle-invalid',
        ]);
      }
    }
  });
});

const anew = (entry: Entry | undefined): Entry => ({ ...entry, requestId: 'other' }) as Entry;
const withEvent = (journal: Entry[], event: object): object => ({
  journal: journal.with(0, { ...journal[0], event } as Entry),
});
const undone = (journal: readonly Entry[]): Entry => ({
  seq: journal.length + 1,
  requestId: 'back',
  recordedAt: left,
  actor: { role: 'teamLead' },
  voids: journal.length,
  reason: 'mistake',
});

function rosters(): [what: string, roster: unknown][] {
  const involved = (more: object): unknown => ({ ...roster, involvements: [{ ...involvement, ...more }] });
  return [
    ['a person of another journey', involved({ scopeId: 'p-9' })],
    ['a person of a whole site', involved({ scope: 'site', scopeId: 'site-1' })],
    ['a person who plays a part of our own', involved({ role: 'teamLead' })],
    ['a part that nobody plays', involved({ personId: 't-2' })],
    ['two people of one id', { ...roster, people: [person, { ...person, name: 'Geheim Zwei' }] }],
    ['an address that is none', { ...roster, people: [{ ...person, email: 'Geheim' }] }],
    ['a word in place of people', { ...roster, people: 'Geheim' }],
  ];
}

describe('a clock that runs ahead of ours', () => {
  test.each([
    ['by seconds', '2024-10-04T11:59:55.000Z'],
    ['by years, where time was skipped', '2021-01-01T00:00:00.000Z'],
  ])('does not make the past of a journey the future: %s', async (_, ours) => {
    const opened = await openBundle(await sealed(), two, publicOf(one), ours);
    expect(opened.journal.at(-1)?.recordedAt).toBe(left);
  });
});

describe('what is open', () => {
  const bundle = bundleOf();
  const talk = bundle.open.find(({ kind }) => kind === 'conflictEscalation');
  const sentJustThen = [{ key: 'conflict/8/talk', rev: 1, status: 'done' as const }];

  test('says what it is, for whom, and since when', () => {
    expect(talk).toEqual({
      key: 'conflict/8/talk',
      kind: 'conflictEscalation',
      params: expect.objectContaining({ rung: 'talk', conflict: 8 }),
      at: '2024-10-01T12:00:00.000Z',
    });
  });

  test('is not what was sent just before it was called off: nobody is written to twice', () => {
    const open = openAt(bundle, sentJustThen);
    expect(open.map(({ key }) => key)).toEqual(ended);
    expect(handedWith(bundle, open)['conflict/8/talk']).toEqual({ rev: 2, op: 'make' });
    expect(handedWith(bundle, bundle.open)).toEqual(bundle.handed);
  });

  test('is made by who receives it, and nothing else', async () => {
    const received = saying(
      {
        ...{ type: 'journey.received', from: 'provider-1' },
        ...{ site: 'site-9', federalState: 'BW', caseWorker: 'w-9' },
      },
      { replaces: bundle.journal.length, reason: 'received', effectiveAt: now },
    );
    const stamp = { seq: bundle.journal.length + 1, requestId: 'received', recordedAt: now };
    const journal = [...bundle.journal, { ...stamp, ...received } as Entry];
    const made = (open: Bundle['open']): string[] => {
      const input = { journey: 'p-1', ...versions, journal, upTo: left, handed: handedWith(bundle, open) };
      return openBooks(input).changes.map(({ op, key }) => `${op} ${key}`);
    };
    const anew = ended.map((key) => `make ${key}`);
    expect(made(bundle.open).toSorted()).toEqual(['make conflict/8/talk', ...anew]);
    expect(made(openAt(bundle, sentJustThen))).toEqual(anew);
  });
});
const openBooks = (input: Parameters<typeof open>[0]) => open(input, now);

test('the format has a name, and the hash is that of the store', async () => {
  const payload = payloadOf(await sealed());
  expect(payload.format).toBe(format);
  expect(payload.journalHash).toBe(journalHash(bundleOf().journal));
});
