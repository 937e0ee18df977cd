/** The statechart with the place where the journey stands, and the same in words. */
import { useId, useState } from 'react';
import { withQuery } from '../api.ts';
import { Button } from '../parts/Button.tsx';
import { DateText } from '../parts/DateText.tsx';
import { dayOf } from '../parts/dates.ts';
import { SelectField } from '../parts/inputs.tsx';
import { Loading } from '../parts/Loading.tsx';
import { useLang } from '../parts/lang.tsx';
import { apiPath, useShown } from './shown.ts';
import { standingOf } from './standing.ts';

export function Picture() {
  const { id, view, card } = useShown();
  const { t, say, lang } = useLang();
  const field = useId();
  const [region, setRegion] = useState('phase');
  const [isWide, setWide] = useState(false);
  const [state, setState] = useState<'loading' | 'there' | 'failed'>('loading');
  const source = withQuery(apiPath(id, '/chart.svg'), { lang, region, at: card.updatedAt });
  const regions = new Map(view.places.map(({ path, region: label }) => [path.split('.')[0] ?? '', label]));
  const choose = (chosen: string): void => {
    setRegion(chosen);
    setState('loading');
  };
  const name = say(regions.get(region) ?? { de: region, en: region });
  return (
    <>
      <h2 className="kern-heading-medium">{t('standsHere')}</h2>
      <ul className="plain-list">
        {standingOf(view).map(({ path, region: of, label, since }) => (
          <li key={path} className="kern-body">
            <strong>{say(of)}:</strong> {say(label)} ({t('since')} <DateText value={dayOf(since)} />)
          </li>
        ))}
      </ul>
      <div className="picture__tools">
        <SelectField id={field} label={t('pictureRegion')} required value={region} onChange={choose}>
          {[...regions].map(([key, label]) => (
            <option key={key} value={key}>
              {say(label)}
            </option>
          ))}
        </SelectField>
        <Button aria-pressed={isWide} onClick={() => setWide(!isWide)}>
          {t('pictureFullSize')}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a picture larger than the screen is scrolled, by keyboard too. */}
      <section className="picture" tabIndex={0} aria-label={t('pictureOf', { region: name })}>
        {state === 'loading' && <Loading />}
        {state === 'failed' && <p className="kern-body">{t('pictureFailed')}</p>}
        <img
          key={source}
          onLoad={() => setState('there')}
          onError={() => setState('failed')}
          hidden={state === 'failed'}
          className={isWide ? 'picture__image' : 'picture__image picture__image--fit'}
          src={source}
          alt={t('pictureAlt', { region: name })}
        />
      </section>
    </>
  );
}
