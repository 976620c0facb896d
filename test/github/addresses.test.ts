import { expect, it } from 'vitest';
import { readAddresses } from '../../src/github/addresses.ts';

it('is github.com unless the runner says otherwise', () => {
  expect(readAddresses({ GITHUB_REPOSITORY: 'octo-org/octo.repo' })).toEqual({
    apiUrl: 'https://api.github.com',
    repository: { owner: 'octo-org', repo: 'octo.repo' },
    repositoryUrl: 'https://github.com/octo-org/octo.repo',
  });
});

it('is the Enterprise Server that the runner names', () => {
  expect(
    readAddresses({
      GITHUB_REPOSITORY: 'a/b',
      GITHUB_API_URL: 'https://ghe.example/api/v3/',
      GITHUB_SERVER_URL: 'https://ghe.example/',
    }),
  ).toMatchObject({ apiUrl: 'https://ghe.example/api/v3', repositoryUrl: 'https://ghe.example/a/b' });
});

it.each([undefined, '', 'a', 'a/b/c', '../b c', 'a/b?c'])('knows no repository %j', (name) => {
  expect(readAddresses({ GITHUB_REPOSITORY: name })).toBeUndefined();
});
