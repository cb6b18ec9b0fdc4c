import type { Profile, SeveritySetting } from '../settings/settings.js';

/**
 * What a profile switches, as overrides of severities; `secretariat` is the table as it is. A code that ends with "*"
 * means a family. Severities that a user sets go before those of the profile.
 */
const OVERRIDES: Readonly<Record<Profile, Readonly<Record<string, SeveritySetting>>>> = {
  secretariat: {},
  // Delegations write in their own spelling and speak of "the UN"; the Organization's house style is theirs to follow or
  // not. Numbers, references, dates and facts count as for everyone.
  delegation: {
    'british-spelling': 'hint',
    'ize-spelling': 'hint',
    'yse-spelling': 'hint',
    'mixed-spelling': 'information',
    'programme-spelling': 'hint',
    'per-cent': 'hint',
    'un-abbreviated': 'off',
    'acronym-undefined': 'off',
    'clock-time': 'hint',
    'number-below-ten': 'off',
    'number-in-words': 'off',
    'ordinal-in-words': 'hint',
    'country-name': 'information',
    'report-length': 'off',
    'long-quotation': 'off',
  },
  // Model United Nations conferences have symbols, mastheads and house styles of their own; their draft resolutions keep
  // to the form of the real ones.
  'model-un': {
    'british-spelling': 'hint',
    'ize-spelling': 'hint',
    'yse-spelling': 'hint',
    'per-cent': 'hint',
    'un-abbreviated': 'hint',
    'symbol-stem': 'off',
    'report-length': 'off',
    'treaty-series-form': 'off',
    'operative-unnumbered': { resolution: 'warning' },
  },
};

/** The overrides of a profile, in the form of the setting `rules`. */
export function profileOverrides(profile: Profile): Readonly<Record<string, SeveritySetting>> {
  return OVERRIDES[profile];
}
