/** What a window is there for. */
export type Role = 'audience' | 'presenter';
