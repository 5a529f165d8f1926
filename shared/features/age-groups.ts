/** Under 14, 14–17, 18–34, 35–59, 60 and over: the age reached in the year that is counted. */
export const AGE_GROUPS = ['0-13', '14-17', '18-34', '35-59', '60+'] as const;
