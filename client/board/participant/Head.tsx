/** Where a journey stands, at a glance: phase, who looks after it, where, and its milestones. */
import type { ReactNode } from 'react';
import { AttentionBadge, Badge } from '../parts/Badge.tsx';
import { DateText } from '../parts/DateText.tsx';
import { useLang } from '../parts/lang.tsx';
import { PhaseText } from '../parts/PhaseText.tsx';
import { intensityWord } from './levels.ts';
import { Milestones } from './Milestones.tsx';
import { nameOf, useShown } from './shown.ts';

export function Head() {
  const { card, view, reading, catalogue } = useShown();
  const { t, say } = useLang();
  const { facts, conflictRung } = view;
  const rung = catalogue.rungs[conflictRung];
  return (
    <div className="participant-head">
      <p className="kern-body standing">
        <strong>
          <PhaseText phase={view.phase} />
        </strong>
        {!(rung && card.attention === 'conflict') && <AttentionBadge attention={card.attention} />}
        {rung && (
          <Badge look="warning">
            {t('conflictAt', { ordinal: facts.conflict?.ordinal ?? 1, rung: say(rung) })}
          </Badge>
        )}
        {facts.legalHold && <Badge look="info">{t('onHold')}</Badge>}
      </p>
      <dl className="facts">
        {card.company && <Fact label={t('columnCompany')}>{card.company.name ?? card.company.id}</Fact>}
        {facts.contract && (
          <Fact label={t('contractTime')}>
            <DateText value={facts.contract.start} /> – <DateText value={facts.contract.end} />
          </Fact>
        )}
        <CaseWorker />
        {reading === 'whole' && <Fact label={t('intensity')}>{t(intensityWord(facts))}</Fact>}
      </dl>
      <Milestones />
    </div>
  );
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="facts__fact">
    <dt className="kern-body kern-body--small kern-body--muted">{label}</dt>
    <dd className="kern-body">{children}</dd>
  </div>
);

/** The case worker, and who stands in or is to take over. */
function CaseWorker() {
  const shown = useShown();
  const { t } = useLang();
  const { card, view } = shown;
  const { deputy, handover } = view.facts;
  const known = card.caseWorker;
  return (
    <>
      <Fact label={t('columnCaseWorker')}>{known ? (known.name ?? known.id) : t('nobody')}</Fact>
      {deputy && (
        <Fact label={t('deputy')}>
          {nameOf(shown, deputy.id)} (<DateText value={deputy.from} /> – <DateText value={deputy.until} />)
        </Fact>
      )}
      {handover && (
        <Fact label={t('handoverUnderWay')}>
          {nameOf(shown, handover.to)}, {t(handover.approved ? 'handoverOpen' : 'handoverUnapproved')}{' '}
          <DateText value={handover.since} />
        </Fact>
      )}
    </>
  );
}
