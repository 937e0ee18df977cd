/** One journey. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Journey } from '../../web/api/schemas.ts';
import { get } from '../api.ts';
import { Answer } from '../parts/Answer.tsx';
import { AttentionBadge } from '../parts/Badge.tsx';
import { DateText } from '../parts/DateText.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useLang } from '../parts/lang.tsx';
import { Page } from '../parts/Page.tsx';
import { PhaseText } from '../parts/PhaseText.tsx';
import { keys } from '../queries.ts';

export default function Participant({ journey }: { journey: string }) {
  const { t } = useLang();
  const query = useQuery({
    queryKey: keys.journey(journey),
    queryFn: ({ signal }) => get<Journey>(`/api/journeys/${encodeURIComponent(journey)}`, {}, signal),
  });
  return (
    <Page
      title={query.data?.card.name ?? journey}
      above={
        <Link href="/participants" className="kern-link back-link">
          <Icon name="back" />
          {t('participants')}
        </Link>
      }
    >
      <Answer query={query}>{(data) => <Standing journey={data} />}</Answer>
    </Page>
  );
}

function Standing({ journey: { card, view } }: { journey: Journey }) {
  const { t, say } = useLang();
  return (
    <>
      <p className="kern-body standing">
        <PhaseText phase={view.phase} />
        <AttentionBadge attention={card.attention} />
      </p>
      <h2 className="kern-heading-medium">{t('milestones')}</h2>
      <dl className="kern-description-list">
        {view.milestones.map(({ key, label, reachedOn, expectedOn }) => (
          <div key={key} className="kern-description-list-item">
            <dt className="kern-description-list-item__key">{say(label)}</dt>
            <dd className="kern-description-list-item__value">
              {reachedOn || expectedOn ? (
                <>
                  {t(reachedOn ? 'milestoneReached' : 'milestoneExpected')}{' '}
                  <DateText value={reachedOn ?? expectedOn ?? ''} />
                </>
              ) : (
                t('milestoneOpen')
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
