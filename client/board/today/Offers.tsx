/** Journeys that somebody is asked to take: accepted or declined by a click, after the preview. */
import { Link } from 'wouter';
import type { Today } from '../../web/api/schemas.ts';
import { journeyPath } from '../areas.ts';
import { useJourney } from '../participant/shown.ts';
import { Answer } from '../parts/Answer.tsx';
import { Button } from '../parts/Button.tsx';
import { useLang } from '../parts/lang.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { useTell } from '../parts/useTell.tsx';
import { isPossible } from './SettleDialog.tsx';

type Offer = Today['handovers'][number];

export function Offers({ offers, onDone }: { offers: readonly Offer[]; onDone: () => void }) {
  const { t } = useLang();
  return (
    <section aria-labelledby="today-offers" className="today-group today-group--offers">
      <h2 id="today-offers" className="kern-heading-medium">
        {t('todayCount', { title: t('todayOffers'), count: offers.length })}
      </h2>
      <ul className="today-people">
        {offers.map((offer) => (
          <OneOffer key={offer.journey} offer={offer} onDone={onDone} />
        ))}
      </ul>
    </section>
  );
}

const answers = [
  { type: 'handover.accepted', word: 'todayOfferAccept', look: 'primary' },
  { type: 'handover.declined', word: 'todayOfferDecline', look: 'secondary' },
] as const;

function OneOffer({ offer: { journey, name, from }, onDone }: { offer: Offer; onDone: () => void }) {
  const { t, say } = useLang();
  const query = useJourney(journey);
  const tell = useTell(journey, { onDone });
  const whose = name ?? journey;
  return (
    <li className="today-person">
      <h3 className="kern-title">
        <Link href={journeyPath(journey)} className="kern-link">
          {whose}
        </Link>
      </h3>
      <div className="today-offer">
        <p className="kern-body kern-body--small kern-body--muted">
          {from ? t('todayOfferFrom', { name: from.name ?? from.id }) : t('todayOfferFromNobody')}
        </p>
        {tell.error !== null && !tell.dialog && <ProblemNote error={tell.error} />}
        <Answer query={query}>
          {(found) => (
            <div className="form-actions">
              {answers
                .filter(({ type }) => isPossible(found, type))
                .map(({ type, word, look }) => (
                  <Button
                    key={type}
                    look={look}
                    busy={tell.busy}
                    onClick={() => tell.ask({ statement: { event: { type } } })}
                  >
                    {t(word)}
                    <span className="kern-sr-only">: {whose}</span>
                  </Button>
                ))}
              {!isPossible(found, 'handover.accepted') && (
                <p className="kern-body kern-body--small">
                  {found.explanations
                    .find(({ type }) => type === 'handover.accepted')
                    ?.reasons.map(say)
                    .join(' ')}
                </p>
              )}
            </div>
          )}
        </Answer>
      </div>
      {tell.dialog}
    </li>
  );
}
