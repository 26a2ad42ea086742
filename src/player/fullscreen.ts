/** Enters or leaves full screen. A browser that refuses (no gesture, no support) is no error. */
export function toggleFullscreen(): void {
  const page: Partial<Pick<HTMLElement, 'requestFullscreen'>> = document.documentElement;
  const change = document.fullscreenElement ? document.exitFullscreen() : page.requestFullscreen?.();
  change?.catch(() => undefined);
}

/** Keeps the screen awake while the page is visible, where the browser offers it. */
export function keepAwake(): void {
  const request = (): void => {
    if (document.visibilityState === 'visible' && 'wakeLock' in navigator)
      navigator.wakeLock.request('screen').catch(() => undefined);
  };
  document.addEventListener('visibilitychange', request);
  request();
}
