/** Who plays a part, how to reach them, and whom the participant allows to be told. */
import type { Person } from '../../web/api/schemas.ts';
import { Badge } from '../parts/Badge.tsx';
import { DateText } from '../parts/DateText.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useLang } from '../parts/lang.tsx';
import { roleWords } from '../parts/names.ts';
import { Say } from './Say.tsx';
import { nameOf, useShown } from './shown.ts';

export function People() {
  const shown = useShown();
  const { t } = useLang();
  const { facts } = shown.view;
  return (
    <>
      <PeopleList />
      {facts.attends && (
        <p className="kern-body">{t('attendsSchool', { school: nameOf(shown, facts.attends) })}</p>
      )}
      {facts.adultOn && (
        <p className="kern-body">
          {t('adultOn')} <DateText value={facts.adultOn} distance />
        </p>
      )}
      {shown.reading === 'whole' && (
        <>
          <h2 className="kern-heading-medium">{t('consents')}</h2>
          <Consents />
          <h2 className="kern-heading-medium">{t('responsibility')}</h2>
          <div className="say-row">
            {responsibility.map((type) => (
              <Say key={type} type={type} look="secondary" />
            ))}
          </div>
        </>
      )}
    </>
  );
}

const responsibility = [
  ...['handover.accepted', 'handover.approved', 'handover.declined', 'handover.withdrawn'],
  ...['handover.proposed', 'deputy.appointed', 'deputy.ended', 'minor.examined', 'minor.reexamined'],
];

export function PeopleList() {
  const { people } = useShown();
  const { t } = useLang();
  // Who runs the software or guards the data is there for all journeys, and for none in particular.
  const around = people.filter(({ role }) => role !== 'ops' && role !== 'dataProtection');
  return (
    <ul className="plain-list people">
      {around.map((person) => (
        <li key={`${person.role} ${person.id}`} className="panel kern-body">
          <strong>{person.name}</strong>
          <span className="kern-body--muted">{t(roleWords[person.role])}</span>
          <Ways person={person} />
        </li>
      ))}
    </ul>
  );
}

function Ways({ person: { email, phone } }: { person: Person }) {
  const { t } = useLang();
  if (!email && !phone) return <span>{t('noAddress')}</span>;
  return (
    <>
      {phone && (
        <a className="kern-link" href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>
          {phone}
        </a>
      )}
      {email && (
        <a className="kern-link" href={`mailto:${email}`}>
          <Icon name="mail" />
          {email}
        </a>
      )}
    </>
  );
}

const parties = { company: 'partyCompany', school: 'partySchool', chamber: 'partyChamber' } as const;
const consentLooks = {
  given: { word: 'consentGiven', look: 'success' },
  withdrawn: { word: 'consentWithdrawn', look: 'danger' },
  none: { word: 'consentOpen', look: 'warning' },
} as const;

function Consents() {
  const { consents } = useShown().view.facts;
  const { t } = useLang();
  return (
    <ul className="plain-list items">
      {(Object.keys(parties) as (keyof typeof parties)[]).map((party) => {
        const { word, look } = consentLooks[consents[party] ?? 'none'];
        const name = t(parties[party]);
        return (
          <li key={party} className="item kern-body">
            <span className="standing">
              {name} <Badge look={look}>{t(word)}</Badge>
            </span>
            <span className="item__ways">
              {consents[party] === 'given' ? (
                <Say type="consent.withdrawn" initial={{ to: party }} about={name} />
              ) : (
                <Say type="consent.given" initial={{ to: party }} about={name} />
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
