// Starts the empty page: its module beside the script, as the widget's is.
import initialise from 'empty-module';

initialise({ module_or_path: new URL('empty.wasm', import.meta.url).href });
