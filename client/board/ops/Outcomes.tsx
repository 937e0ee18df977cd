/** What became of journeys that were asked something, or would: how many of what, and those that need somebody's eye. */
import type { Outcomes as Answered } from '../../web/api/schemasOfOps.ts';
import { ResultHeading } from '../office/ResultHeading.tsx';
import { dayText } from '../parts/dates.ts';
import { useLang } from '../parts/lang.tsx';
import { Table } from '../parts/Table.tsx';
import { type WordKey, words } from '../words.ts';
import { Journey } from './Stuck.tsx';

type Outcome = Answered['journeys'][number];
type Moving = Extract<Outcome, { readonly outcome: 'moves' | 'stays' }>;

/** Of a long list nobody reads more. */
const mostShown = 100;

export function Outcomes({ title, outcomes: { figures, journeys } }: { title: string; outcomes: Answered }) {
  const { t } = useLang();
  const told = journeys.filter(isWorthTelling);
  return (
    <section className="outcomes" aria-label={title}>
      <ResultHeading key={title}>{title}</ResultHeading>
      <dl className="figure-list kern-body">
        {Object.entries(figures).map(([name, figure]) => (
          <div key={name} className={figure === 0 ? 'quiet' : undefined}>
            <dt>{figureWord(name) ? t(figureWord(name) ?? 'opsFigure_journeys') : name}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
      {told.length > 0 && <Told told={told.slice(0, mostShown)} title={title} />}
      {told.length > mostShown && (
        <p className="kern-body lead">{t('opsMore', { count: told.length - mostShown })}</p>
      )}
    </section>
  );
}

/** What refuses or is silent, and what changes more than its version. */
function isWorthTelling(one: Outcome): boolean {
  if ('reasons' in one) return true;
  return (
    one.outcome === 'moves' && (one.changes.length > 0 || Object.values(one.difference).flat().length > 0)
  );
}

const figureWord = (name: string): WordKey | undefined => {
  const key = `opsFigure_${name}`;
  return Object.hasOwn(words, key) ? (key as WordKey) : undefined;
};

const outcomeWords = {
  moves: 'opsMoves',
  stays: 'opsStays',
  refused: 'opsRefused',
  silent: 'opsSilent',
} as const satisfies Record<Outcome['outcome'], WordKey>;

function Told({ told, title }: { told: readonly Outcome[]; title: string }) {
  const { t } = useLang();
  return (
    <Table
      caption={title}
      rows={told}
      rowKey={({ journey }) => journey}
      columns={[
        {
          key: 'journey',
          label: t('opsJourney'),
          cell: ({ journey }) => <Journey id={journey} />,
          isHead: true,
        },
        { key: 'outcome', label: t('opsOutcome'), cell: ({ outcome }) => t(outcomeWords[outcome]) },
        { key: 'what', label: t('opsWhat'), cell: (one) => <What one={one} /> },
      ]}
    />
  );
}

/** Why not; or the deadlines and effects that change. */
function What({ one }: { one: Outcome }) {
  const { t, say, lang } = useLang();
  if ('reasons' in one) return <>{one.reasons.map(say).join(' ')}</>;
  const { difference, changes } = one;
  const parts = [
    ...difference.left.map(({ label }) => t('opsLeft', { what: say(label) })),
    ...difference.entered.map(({ label }) => t('opsEntered', { what: say(label) })),
    ...difference.gained.map(({ label, dueOn }) =>
      t('opsGained', { what: say(label), day: dayText(dueOn, lang) }),
    ),
    ...difference.lost.map(({ label }) => t('opsLost', { what: say(label) })),
    ...difference.moved.map(({ label, from, dueOn }) =>
      t('opsMoved', { what: say(label), from: dayText(from, lang), day: dayText(dueOn, lang) }),
    ),
    ...changes.map(({ op, key }) => `${t(opWords[op])} ${key}`),
  ];
  return <>{parts.join(' · ')}</>;
}

const opWords = {
  make: 'opsOpMake',
  amend: 'opsOpAmend',
  withdraw: 'opsOpWithdraw',
  skip: 'opsOpSkip',
} as const satisfies Record<Moving['changes'][number]['op'], WordKey>;
