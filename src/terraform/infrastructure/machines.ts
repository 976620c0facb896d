import type { RenderedResource, ValuePath } from '../../core/terraform-protocol.ts';
import { matchboxMachines } from '../providers/matchbox.ts';
import { findText } from '../rendered-values.ts';
import { type MachineForm, machineForms, templateForms } from './machine-forms.ts';
import type { References } from './references.ts';
import { poolOf, roleOf } from './roles.ts';

/** The text that a machine is given at first boot. */
export interface UserData {
  /** The resource that holds the text: the machine, its template, or what it names. */
  readonly resource: RenderedResource;
  readonly path: ValuePath;
  readonly encoding: 'plain' | 'base64';
}

/** A machine, or a group of equal machines. */
export interface Machine {
  readonly resource: RenderedResource;
  /** What says how it is made: its template, else itself. */
  readonly holder: RenderedResource;
  readonly role: string | undefined;
  readonly pool: string | undefined;
  readonly size: string | undefined;
  /** What names its image: an id, a name, an address. */
  readonly image: string | undefined;
  readonly userData: readonly UserData[];
  /** It only installs an operating system, and another machine is what starts then. */
  readonly isInstaller: boolean;
}

/**
 * The machines among the resources, in the order of their addresses; a template that no group names counts as one,
 * because somebody else may make machines from it.
 */
export function machinesOf(resources: readonly RenderedResource[], references: References): Machine[] {
  const machines = resources.flatMap((resource) => {
    const form = formOf(machineForms, resource);
    return form === undefined ? [] : [machineOf(resource, form, references)];
  });
  const used = new Set(machines.map(({ holder }) => holder));
  const alone = resources.flatMap((resource) => {
    const form = used.has(resource) ? undefined : formOf(templateForms, resource);
    return form === undefined ? [] : [machineOf(resource, form, references)];
  });
  return [...machines, ...alone, ...netbooted(resources)];
}

function formOf(
  forms: Readonly<Record<string, MachineForm>>,
  { mode, type }: RenderedResource,
): MachineForm | undefined {
  return mode === 'managed' && Object.hasOwn(forms, type) ? forms[type] : undefined;
}

function machineOf(resource: RenderedResource, form: MachineForm, references: References): Machine {
  const template = form.template
    ?.map((path) => findText(resource.values, path)?.text)
    .map((text) => references.find(text, ...Object.keys(templateForms)))
    .find((found) => found !== undefined);
  const ofTemplate = template === undefined ? undefined : formOf(templateForms, template);
  const own = [resource, form] as const;
  const parts =
    template === undefined || ofTemplate === undefined ? [own] : [own, [template, ofTemplate] as const];
  const first = (name: 'size' | 'image'): string | undefined =>
    parts.map(([part, { [name]: paths }]) => firstText(part, paths ?? [])).find((text) => text !== undefined);
  const role = roleOf(resource) ?? (template && roleOf(template));
  return {
    resource,
    holder: template ?? resource,
    role,
    pool: role === 'controller' ? undefined : poolOf(resource),
    size: first('size'),
    image: first('image'),
    userData: parts.flatMap(([part, each]) => userDataOf(part, each, references)),
    isInstaller: false,
  };
}

function firstText({ values }: RenderedResource, paths: readonly string[]): string | undefined {
  return paths.map((path) => findText(values, path)?.text).find((text) => text !== undefined && text !== '');
}

function userDataOf(resource: RenderedResource, form: MachineForm, references: References): UserData[] {
  const own = Object.entries(form.userData ?? {}).flatMap(([path, encoding]) =>
    held(resource, path, encodingSaid(resource, path) ?? encoding),
  );
  const named = (form.userDataOf ?? []).flatMap(({ path, type, attribute }) => {
    const holder = references.find(findText(resource.values, path)?.text, type);
    return holder === undefined ? [] : held(holder, attribute, 'plain');
  });
  return [...own, ...named];
}

function held(resource: RenderedResource, pattern: string, encoding: UserData['encoding']): UserData[] {
  const found = findText(resource.values, pattern);
  return found === undefined || found.text === '' ? [] : [{ resource, path: found.path, encoding }];
}

/** VMware: `guestinfo.ignition.config.data.encoding` says how the key without its last word is encoded. */
function encodingSaid({ values }: RenderedResource, path: string): UserData['encoding'] | undefined {
  const said = path.includes('guestinfo.') ? findText(values, `${path}.encoding`)?.text : undefined;
  return said !== undefined && /base64|b64/.test(said) ? 'base64' : undefined;
}

/** What is installed has no kernel of its own to boot: its image is that of the installer of the same machine. */
function netbooted(resources: readonly RenderedResource[]): Machine[] {
  const machines = matchboxMachines(resources);
  const kernels = new Map(machines.flatMap(({ mac, kernel }) => (mac && kernel ? [[mac, kernel]] : [])));
  return machines.map(({ group, profile, config, mac, kernel, isInstaller }) => ({
    resource: group,
    holder: profile ?? group,
    role: isInstaller ? undefined : (roleOf(group) ?? (profile && roleOf(profile))),
    pool: undefined,
    size: undefined,
    image: kernel ?? (mac === undefined ? undefined : kernels.get(mac)),
    userData:
      profile === undefined || config === undefined
        ? []
        : [{ resource: profile, path: [config], encoding: 'plain' }],
    isInstaller,
  }));
}
