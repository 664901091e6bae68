/** Filled in by www/build/dist.sh. */
declare const LANGUAGES: string[];
