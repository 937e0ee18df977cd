/** The account of support hours: agreed, used, what is to be reported, and the talk with the funder about it. */
import type { CSSProperties } from 'react';
import { DateText } from '../parts/DateText.tsx';
import { monthText } from '../parts/dates.ts';
import { useLang } from '../parts/lang.tsx';
import { Items } from './Plan.tsx';
import { Say } from './Say.tsx';
import { useShown } from './shown.ts';

/** Hours with a comma or a point, as people write them. Pure. */
export const hoursText = (minutes: number, lang: 'de' | 'en'): string =>
  (minutes / 60).toLocaleString(lang === 'de' ? 'de-DE' : 'en-GB', { maximumFractionDigits: 1 });

export function Hours() {
  const { view } = useShown();
  const { t, lang } = useLang();
  const { facts } = view;
  const offer = facts.hoursOffer;
  return (
    <>
      <Account />
      {offer && (
        <p className="kern-body">
          {t(offer.countered === undefined ? 'hoursOffered' : 'hoursCountered', {
            hours: offer.hours,
            countered: offer.countered ?? 0,
          })}{' '}
          (<DateText value={offer.from} /> – <DateText value={offer.to} />)
        </p>
      )}
      {facts.hoursOpen.length > 0 && (
        <Items
          none=""
          items={facts.hoursOpen.map((month) => ({
            id: month,
            text: t('hoursMonthOpen', {
              month: monthText(month, lang),
              hours: hoursText(facts.minutes[month] ?? 0, lang),
            }),
            ways: <Say type="hours.reported" initial={{ month }} about={monthText(month, lang)} />,
          }))}
        />
      )}
      {facts.hoursReported.length > 0 && (
        <p className="kern-body kern-body--small kern-body--muted">
          {t('hoursMonthsReported', {
            months: facts.hoursReported.map((month) => monthText(month, lang)).join(', '),
          })}
        </p>
      )}
      <div className="say-row">
        {(['offered', 'accepted', 'countered', 'answered'] as const).map((what) => (
          <Say key={what} type={`hours.${what}`} look="secondary" />
        ))}
      </div>
    </>
  );
}

function Account() {
  const { view } = useShown();
  const { t, lang } = useLang();
  const { hours, facts } = view;
  if (!hours) {
    const spent = Object.values(facts.minutes).reduce((sum, minutes) => sum + minutes, 0);
    return <p className="kern-body kern-body--muted">{t('hoursNone', { hours: hoursText(spent, lang) })}</p>;
  }
  const { agreedHours, usedMinutes, from, to, per } = hours;
  const share = agreedHours === 0 ? 0 : usedMinutes / 60 / agreedHours;
  return (
    <div className="hours">
      <p className="kern-body">
        {t(per === 'budget' ? 'hoursBudget' : 'hoursMonthly', {
          used: hoursText(usedMinutes, lang),
          agreed: agreedHours,
          percent: Math.round(share * 100),
        })}{' '}
        (<DateText value={from} /> – <DateText value={to} />)
      </p>
      <div
        className={share > 1 ? 'hours__bar hours__bar--over' : 'hours__bar'}
        style={{ '--share': Math.min(1, share) } as CSSProperties}
        aria-hidden="true"
      />
    </div>
  );
}
