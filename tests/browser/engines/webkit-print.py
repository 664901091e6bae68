"""Prints a page with WebKitGTK into a PDF, as its driver cannot: webkit-print.py ADDRESS FILE (A4, margins as the page says)."""

import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

address, file = sys.argv[1:]
main = GLib.MainLoop()
failed = []


def end(message=None):
    if message:
        failed.append(message)
    main.quit()


def loaded(view, event):
    if event != WebKit2.LoadEvent.FINISHED:
        return
    settings = Gtk.PrintSettings()
    settings.set_printer("Print to File")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, GLib.filename_to_uri(file, None))
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
    setup = Gtk.PageSetup()
    setup.set_paper_size(Gtk.PaperSize.new(Gtk.PAPER_NAME_A4))
    for side, millimetres in (("top", 11), ("right", 12), ("bottom", 11), ("left", 12)):
        getattr(setup, f"set_{side}_margin")(millimetres, Gtk.Unit.MM)
    operation = WebKit2.PrintOperation.new(view)
    operation.set_print_settings(settings)
    operation.set_page_setup(setup)
    operation.connect("finished", lambda _: end())
    operation.connect("failed", lambda _, error: end(error.message))
    operation.print_()
    view.operation = operation


window = Gtk.OffscreenWindow()
view = WebKit2.WebView()
window.add(view)
window.set_default_size(1000, 1200)
window.show_all()
view.connect("load-changed", loaded)
view.connect("load-failed", lambda *_: end("the page cannot be loaded"))
view.load_uri(address)
GLib.timeout_add_seconds(30, lambda: end("nothing was printed within 30 seconds"))
main.run()
sys.exit(failed[0] if failed else 0)
