import type { Profile, SeveritySetting } from '../settings/settings.js';

/**
 * What a profile switches, as overrides of severities; `secretariat` is the table as it is. Delegations are held to
 * less in matters of house style; Model UN writes draft resolutions with sponsors and signatories.
 */
const OVERRIDES: Readonly<Record<Profile, Readonly<Record<string, SeveritySetting>>>> = {
  secretariat: {},
  delegation: {},
  'model-un': {},
};

/** The overrides of a profile, in the form of the setting `rules`. */
export function profileOverrides(profile: Profile): Readonly<Record<string, SeveritySetting>> {
  return OVERRIDES[profile];
}
