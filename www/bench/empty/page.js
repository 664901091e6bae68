// Starts the empty Yew page. Its module is next to the script, like that of the widget.
import initialise from 'empty-module';

initialise({ module_or_path: new URL('empty.wasm', import.meta.url).href });
