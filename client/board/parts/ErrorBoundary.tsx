/** Catches what a page could not cope with, so that the rest of the board stays usable. React wants a class here. */
import { Component, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { useLang } from './lang.tsx';

interface Props {
  readonly children: ReactNode;
}

/** Give it a key that changes with the address: going elsewhere is the way out. */
export class ErrorBoundary extends Component<Props, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render(): ReactNode {
    return this.state.isBroken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { t } = useLang();
  return (
    <div className="kern-alert kern-alert--danger" role="alert">
      <div className="kern-alert__header">
        <Icon name="danger" />
        <span className="kern-title">{t('broken')}</span>
      </div>
      <div className="kern-alert__body">
        <p className="kern-body">{t('brokenHelp')}</p>
        <Button onClick={() => location.reload()}>{t('reload')}</Button>
      </div>
    </div>
  );
}
