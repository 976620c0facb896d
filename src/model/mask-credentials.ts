const address = /[A-Za-z][\w+.-]{0,30}:\/\/[^\s"'<>]{1,2000}/g;
// `git` is what everybody's ssh address begins with.
const userPart = /(:\/\/)(?!git@)([^/?#@]+)(?=@)/;
const secretParameter = /([?&][\w.-]*(?:key|token|secret|pass|sig|cred|auth)[\w.-]*=)([^&#]+)/gi;

/**
 * A line of somebody's file, with stars for what addresses in it carry as credentials: the user part, and parameters
 * that are called so. It keeps its length, so that columns keep their meaning; `${…}` stays.
 */
export function maskCredentials(line: string): string {
  if (!line.includes('://')) return line;
  return line.replace(address, (found) =>
    found
      .replace(userPart, (_, before: string, user: string) => before + stars(user))
      .replace(secretParameter, (_, before: string, value: string) => before + stars(value)),
  );
}

function stars(text: string): string {
  return text.replace(/\$\{[^}]*\}|[\s\S]/gu, (part) => (part.startsWith('${') ? part : '*'));
}
