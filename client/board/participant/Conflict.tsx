/** The conflict ladder: on which rung a conflict stands, since when, and when silence climbs on; what may be done. */

import type { DeadlineView } from '../../../workflows/fold/view.ts';
import { DateText } from '../parts/DateText.tsx';
import { Empty } from '../parts/Loading.tsx';
import { useLang } from '../parts/lang.tsx';
import { rungs } from './rungs.ts';
import { Say } from './Say.tsx';
import { type Shown, useShown } from './shown.ts';

export function Conflict() {
  const shown = useShown();
  const { t, say } = useLang();
  const { facts } = shown.view;
  const { conflict } = facts;
  const isOpen = shown.view.conflictRung !== 'none';
  const between = shown.catalogue.events.find(({ type }) => type === 'conflict.raised')?.words.between
    ?.values;
  return (
    <>
      {isOpen && conflict ? (
        <>
          <p className="kern-body">
            {t('conflictOpen', {
              ordinal: conflict.ordinal,
              between: say(between?.[conflict.between] ?? { de: '', en: '' }),
            })}
          </p>
          <Ladder />
          <Clock />
        </>
      ) : (
        <Empty>
          {t(facts.conflicts > 0 ? 'conflictCalmAgain' : 'conflictCalm', { count: facts.conflicts })}
        </Empty>
      )}
      <Ways />
    </>
  );
}

function Ladder() {
  const { view, catalogue } = useShown();
  const { t, say } = useLang();
  const { conflict } = view.facts;
  const at = rungs.indexOf(view.conflictRung as (typeof rungs)[number]);
  return (
    <ol className="ladder" aria-label={t('ladder')}>
      {rungs.map((rung, index) => (
        <li
          key={rung}
          className={index < at ? 'ladder__rung ladder__rung--left' : 'ladder__rung'}
          aria-current={index === at ? 'step' : undefined}
        >
          <span>{say(catalogue.rungs[rung] ?? { de: rung, en: rung })}</span>
          {index === at && conflict && (
            <span className="kern-body kern-body--small">
              {t('rungSince')} <DateText value={conflict.rungSince} distance />
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

const clocks = [
  'conflictTalk',
  'conflictMediation',
  'conflictAlert',
  'settlementAcceptance',
  'settlementAction',
];

/** When silence moves it on. */
function Clock() {
  const { overdue, due, open } = useShown().view;
  const { t, say } = useLang();
  const running = [...overdue, ...due, ...open].filter(({ key }: DeadlineView) => clocks.includes(key));
  return (
    <ul className="plain-list">
      {running.map(({ key, label, dueOn }) => (
        <li key={`${key} ${dueOn}`} className="kern-body">
          {key === 'conflictAlert'
            ? t('silenceAlerts')
            : key.startsWith('conflict')
              ? t('silenceClimbs')
              : say(label)}{' '}
          <DateText value={dueOn} weekday distance />
        </li>
      ))}
    </ul>
  );
}

const first = ['conflict.resolved', 'conflict.deescalated', 'conflict.mediated'];

const isOfConflict = ({ type }: Shown['explanations'][number]): boolean =>
  type.startsWith('conflict.') || type.startsWith('termination.');

function Ways() {
  const { explanations } = useShown();
  const possible = explanations.filter((one) => one.possible && isOfConflict(one)).map(({ type }) => type);
  const sorted = [...first.filter((type) => possible.some((one) => one === type)), ...possible];
  return (
    <div className="say-row">
      {[...new Set<string>(sorted)].map((type) => (
        <Say key={type} type={type} look="secondary" />
      ))}
    </div>
  );
}
