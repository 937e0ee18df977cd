/** The heading of what came out of something: the focus goes to it, so that nobody has to look for what changed. */
import { useEffect, useRef } from 'react';

export function ResultHeading({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h3 ref={heading} tabIndex={-1} className="kern-heading-small">
      {children}
    </h3>
  );
}
