/** Brings the focus to the page's heading where what had it is gone: after a dialog has closed over a list that changes. */
import { useEffect, useState } from 'react';

export function useBackToHeading(): () => void {
  const [times, setTimes] = useState(0);
  // Not at once: while a dialog is open nothing behind it takes the focus.
  useEffect(() => {
    if (times > 0) document.querySelector('h1')?.focus();
  }, [times]);
  return () => setTimes((before) => before + 1);
}
