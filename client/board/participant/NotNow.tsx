/** What may not be entered now, and why. What happened on an earlier day may still be possible for that day. */
import { useState } from 'react';
import { useLang } from '../parts/lang.tsx';
import { matches } from './matches.ts';
import { Do } from './Say.tsx';
import { Search } from './Search.tsx';
import { useShown } from './shown.ts';

export function NotNow() {
  const { explanations, roles } = useShown();
  const { t, say, lang } = useLang();
  const [word, setWord] = useState('');
  const [isOpen, setOpen] = useState(false);
  const impossible = explanations.filter(({ possible }) => !possible);
  const found = impossible.filter(({ label, reasons }) =>
    matches(word, [say(label), ...reasons.map((reason) => reason[lang])]),
  );
  return (
    <details className="not-now" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="kern-heading-small">{t('notNowTitle', { count: impossible.length })}</summary>
      {isOpen && (
        <>
          <p className="kern-body">{t('notNowLead')}</p>
          <Search label={t('searchEvents')} word={word} onSearch={setWord} />
          <ul className="plain-list">
            {found.map(({ type, label, reasons, roles: allowed }) => (
              <li key={type} className="not-now__item kern-body">
                <strong>{say(label)}</strong>
                {reasons.map((reason) => (
                  <span key={reason.de}>{reason[lang]}</span>
                ))}
                {allowed.some((role) => (roles as readonly string[]).includes(role)) && (
                  <Do
                    doing={{ kind: 'say', type, initial: {} }}
                    label={t('enterForEarlier')}
                    about={say(label)}
                  />
                )}
              </li>
            ))}
          </ul>
          {found.length === 0 && <p className="kern-body">{t('nothingFound')}</p>}
        </>
      )}
    </details>
  );
}

/** Why one event is not possible now, above its form. */
export function ReasonsFor({ type }: { type: string }) {
  const { explanations } = useShown();
  const { t, lang } = useLang();
  const reasons = explanations.find((one) => one.type === type)?.reasons ?? [];
  return (
    <div className="kern-alert kern-alert--info">
      <div className="kern-alert__header">
        <span className="kern-icon kern-icon--info" aria-hidden="true" />
        <span className="kern-title">{t('notPossibleNow')}</span>
      </div>
      <div className="kern-alert__body">
        {reasons.map((reason) => (
          <p key={reason.de} className="kern-body">
            {reason[lang]}
          </p>
        ))}
        <p className="kern-body">{t('perhapsEarlier')}</p>
      </div>
    </div>
  );
}
