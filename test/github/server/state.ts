/** An account, by its token. */
export interface Account {
  readonly login: string;
  /** A job's token is an app's: it may not ask who it is. */
  readonly isApp: boolean;
  readonly permissions: ReadonlySet<'pull-requests: write' | 'statuses: write'>;
}

export interface StoredComment {
  readonly id: number;
  readonly pull: number;
  readonly login: string;
  body: string;
}

export interface StoredStatus {
  readonly sha: string;
  readonly context: string;
  readonly state: string;
  readonly description: string | null;
  readonly target_url: string | null;
}

export interface StoredPull {
  readonly number: number;
  readonly state: 'open' | 'closed';
  readonly branch: string;
  head: string;
  /** `owner/name`; undefined for a fork that was deleted. */
  readonly headRepository: string | undefined;
}

/** What the server keeps of its one repository, and what it counts. */
export interface State {
  readonly repository: string;
  readonly accounts: Map<string, Account>;
  readonly pulls: StoredPull[];
  readonly comments: StoredComment[];
  readonly statuses: StoredStatus[];
  nextId: number;
  /** Requests that are left until the reset; each takes one. */
  remaining: number;
  /** Seconds since 1970. */
  reset: number;
}

export function emptyState(): State {
  return {
    repository: 'octo-org/clusters',
    accounts: new Map(),
    pulls: [],
    comments: [],
    statuses: [],
    nextId: 1,
    remaining: 5000,
    reset: 0,
  };
}
