/** Signing in: with the provider's account, or on this computer as one of the example people. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation, useSearch } from 'wouter';
import type { Me } from '../../web/api/schemas.ts';
import { get, post, withQuery } from '../api.ts';
import { Answer } from '../parts/Answer.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useLang } from '../parts/lang.tsx';
import { roleWords } from '../parts/names.ts';
import { Page } from '../parts/Page.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { backFrom } from '../queries.ts';

type ExamplePerson = Pick<Me, 'person' | 'name' | 'roles' | 'sites'>;
type Ways = { way: 'local'; people: ExamplePerson[] } | { way: 'oidc'; url: string };

export default function SignIn() {
  const { t } = useLang();
  const back = backFrom(useSearch());
  const ways = useQuery({
    queryKey: ['sign-in'],
    queryFn: ({ signal }) => get<Ways>('/api/sign-in', {}, signal),
  });
  return (
    <Page title={t('signIn')}>
      <p className="kern-body kern-body--large sign-in__lead">{t('signInLead')}</p>
      <Answer query={ways}>
        {(way) =>
          way.way === 'local' ? (
            <ExamplePeople people={way.people} back={back} />
          ) : (
            <AtProvider url={way.url} back={back} />
          )
        }
      </Answer>
    </Page>
  );
}

function AtProvider({ url, back }: { url: string; back: string }) {
  const { t } = useLang();
  return (
    <>
      <p className="kern-body">{t('signInWithProviderHelp')}</p>
      <p>
        <a className="kern-btn kern-btn--primary" href={withQuery(url, { returnTo: back })}>
          <span className="kern-label">{t('signInWithProvider')}</span>
        </a>
      </p>
    </>
  );
}

function ExamplePeople({ people, back }: { people: readonly ExamplePerson[]; back: string }) {
  const { t } = useLang();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const signIn = useMutation({
    mutationFn: (person: string) => post<unknown>('/auth/local', { person }),
    onSuccess: async () => {
      // Whoever was here before leaves nothing behind.
      queries.clear();
      navigate(back, { replace: true });
    },
  });
  return (
    <section aria-labelledby="example-people">
      <h2 id="example-people" className="kern-heading-medium">
        {t('signInChoose')}
      </h2>
      <p className="kern-body kern-body--muted">{t('signInChooseHelp')}</p>
      {signIn.error && <ProblemNote error={signIn.error} />}
      <ul className="people-cards">
        {people.map(({ person, name, roles, sites }) => (
          <li key={person}>
            <button
              type="button"
              className="person-card"
              aria-disabled={signIn.isPending || undefined}
              onClick={() => !signIn.isPending && signIn.mutate(person)}
            >
              <span className="person-card__text">
                <span className="kern-title">{name ?? person}</span>
                <span className="kern-body">{roles.map((role) => t(roleWords[role])).join(', ')}</span>
                <span className="kern-body kern-body--small kern-body--muted">
                  {sites.map((site) => (site === '*' ? t('everySite') : site)).join(', ')}
                </span>
              </span>
              <Icon name="signIn" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
