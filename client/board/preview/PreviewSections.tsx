/** The lists of a preview. A long one shows its beginning; the rest is a click away. */
import type { Preview } from '../../web/api/schemas.ts';
import { Icon } from '../parts/Icon.tsx';
import { useLang } from '../parts/lang.tsx';
import { previewSections, type Section, type Speaking } from './sections.ts';

const atFirst = 6;

export interface PreviewSectionsProps {
  readonly preview: Preview;
  readonly catalogue: Speaking['catalogue'];
}

export function PreviewSections({ preview, catalogue }: PreviewSectionsProps) {
  const language = useLang();
  const sections = previewSections(preview, { ...language, catalogue });
  if (sections.length === 0) return <p className="kern-body">{language.t('previewNothing')}</p>;
  return sections.map((section) => <OneSection key={section.title} section={section} />);
}

const icons = { more: 'add', less: 'close', other: 'edit' } as const;

function OneSection({ section: { title, look, lines } }: { section: Section }) {
  const { t } = useLang();
  const more = lines.slice(atFirst);
  return (
    <section className={`preview-section preview-section--${look}`}>
      <h3 className="kern-heading-small">
        <Icon name={icons[look]} />
        {t(title)}
      </h3>
      <Lines lines={lines.slice(0, atFirst)} />
      {more.length > 0 && (
        <details>
          <summary className="kern-body">{t('previewMore', { count: more.length })}</summary>
          <Lines lines={more} />
        </details>
      )}
    </section>
  );
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul className="preview-lines">
    {lines.map((line) => (
      <li key={line} className="kern-body">
        {line}
      </li>
    ))}
  </ul>
);
