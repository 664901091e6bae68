//! Threads whose results keep the order of the input, in constant memory.
//!
//! # How
//!
//! Batch `i` goes to worker `i % jobs` through a channel of its own, and its result comes back
//! through another. The writer takes the results in turn, so that their order is that of the input
//! without sorting. All channels are bounded: a fast reader waits for the workers, and these for
//! the writer.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{Builder, scope};

use crate::cli::CliError;

/// Batches that wait in each channel, besides the one that a worker has.
const WAITING: usize = 1;

/// The stack of a worker: as large as usual for the main thread, because the parsers recurse.
const STACK: usize = 8_000_000;

/// Reads batches, lets workers turn each into a result, and writes the results in the order of the
/// batches.
///
/// `work` runs once per worker. It takes batches until there are none, and sends one result for
/// each; it ends early if sending returns false. `next` runs in the calling thread.
///
/// # Errors
///
/// The first error of `write`, or else that of `next`, after the results before it were written.
pub(super) fn in_order<B: Send, R: Send>(
    jobs: usize,
    mut next: impl FnMut() -> Result<Option<B>, CliError>,
    work: impl Fn(&mut dyn Iterator<Item = B>, &mut dyn FnMut(R) -> bool) + Sync,
    mut write: impl FnMut(R) -> Result<(), CliError> + Send,
) -> Result<(), CliError> {
    let (mut read_result, mut write_result) = (Ok(()), Ok(()));
    if jobs <= 1 {
        let mut batches = std::iter::from_fn(|| next_of(&mut next, &mut read_result));
        work(&mut batches, &mut |result| {
            write_result = write(result);
            write_result.is_ok()
        });
        return write_result.and(read_result);
    }
    scope(|scope| {
        let (mut inputs, mut results) = (Vec::new(), Vec::new());
        for _ in 0..jobs {
            let (input, batches) = sync_channel::<B>(WAITING);
            let (output, result) = sync_channel::<R>(WAITING);
            let work = &work;
            let worker = move || {
                work(&mut batches.iter(), &mut |result| output.send(result).is_ok());
            };
            Builder::new().stack_size(STACK).spawn_scoped(scope, worker).map_err(no_thread)?;
            inputs.push(input);
            results.push(result);
        }
        let writer = Builder::new();
        let writer = writer.spawn_scoped(scope, move || write_all(&results, &mut write));
        let writer = writer.map_err(no_thread)?;
        let batches = std::iter::from_fn(|| next_of(&mut next, &mut read_result));
        // Ends early if a worker has ended, because the writer has.
        let mut sent = inputs.iter().cycle().zip(batches);
        let is_complete = sent.all(|(input, batch)| send(input, batch));
        drop(inputs);
        // A panic is passed on by the scope.
        let written = writer.join().unwrap_or(Ok(()));
        match (written, is_complete) {
            (Ok(()), false) => Err(CliError::invalid("a thread ended before the input did")),
            (written, _) => written.and(read_result),
        }
    })
}

/// The next batch. Stores the error if there is one.
fn next_of<B>(
    next: &mut impl FnMut() -> Result<Option<B>, CliError>,
    result: &mut Result<(), CliError>,
) -> Option<B> {
    next().unwrap_or_else(|error| {
        *result = Err(error);
        None
    })
}

fn send<B>(input: &SyncSender<B>, batch: B) -> bool {
    input.send(batch).is_ok()
}

/// Writes the results in the order of their batches. The first channel that is closed was to have
/// the batch after the last.
fn write_all<R>(
    results: &[Receiver<R>],
    write: &mut impl FnMut(R) -> Result<(), CliError>,
) -> Result<(), CliError> {
    for result in results.iter().cycle().map_while(|receiver| receiver.recv().ok()) {
        write(result)?;
    }
    Ok(())
}

fn no_thread(error: std::io::Error) -> CliError {
    CliError::invalid(format!("cannot start a thread: {error}")).help("pass a smaller `--jobs`")
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// Squares the numbers below a limit. Returns the results and the largest number of batches
    /// that were read but not written.
    fn squares(jobs: usize, count: usize) -> (Vec<usize>, usize) {
        let (mut results, mut most, mut number) = (Vec::new(), 0, 0);
        let (read, written) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let next = || {
            let batch = number;
            number += 1;
            let read = read.fetch_add(1, Ordering::SeqCst) + 1;
            most = most.max(read - written.load(Ordering::SeqCst));
            Ok((batch < count).then_some(batch))
        };
        let work = |batches: &mut dyn Iterator<Item = usize>, send: &mut dyn FnMut(_) -> bool| {
            for batch in batches {
                // Uneven work, so that later batches would overtake earlier ones.
                for step in 0..batch % 7 * 1_000 {
                    std::hint::black_box(step);
                }
                if !send(batch * batch) {
                    break;
                }
            }
        };
        let write = |result| {
            results.push(result);
            written.fetch_add(1, Ordering::SeqCst);
            Ok(())
        };
        assert!(in_order(jobs, next, work, write).is_ok());
        (results, most)
    }

    #[test]
    fn results_keep_the_order_of_the_batches_for_any_number_of_jobs() {
        for jobs in [1, 2, 3, 7] {
            for count in [0, 1, 2, 6, 7, 8, 1_000] {
                let (results, _) = squares(jobs, count);
                let expected: Vec<usize> = (0..count).map(|batch| batch * batch).collect();
                assert_eq!(results, expected, "{jobs} jobs");
            }
        }
    }

    #[test]
    fn the_number_of_batches_in_memory_does_not_depend_on_the_input() {
        for jobs in [1, 2, 7] {
            let (_, most) = squares(jobs, 10_000);
            // In each input channel, worker and output channel, and with the reader and writer.
            let limit = jobs * (2 * WAITING + 1) + 2;
            assert!(most <= limit, "{jobs} jobs: {most} batches, at most {limit} expected");
        }
    }

    #[test]
    fn an_error_of_the_reader_follows_the_results_before_it() {
        for jobs in [1, 3] {
            let (mut number, mut results) = (0, Vec::new());
            let next = || {
                number += 1;
                if number > 10 { Err(CliError::invalid("torn")) } else { Ok(Some(number)) }
            };
            let work = |batches: &mut dyn Iterator<Item = i32>, send: &mut dyn FnMut(_) -> bool| {
                for batch in batches {
                    send(batch);
                }
            };
            let write = |result| {
                results.push(result);
                Ok(())
            };
            let error = in_order(jobs, next, work, write).err();
            assert_eq!(error.map(|error| error.to_string()).as_deref(), Some("torn"));
            assert_eq!(results, (1..=10).collect::<Vec<_>>());
        }
    }

    #[test]
    fn an_error_of_the_writer_stops_the_reader() {
        for jobs in [1, 3] {
            let next = || Ok(Some(0));
            let work = |batches: &mut dyn Iterator<Item = i32>, send: &mut dyn FnMut(_) -> bool| {
                for batch in batches {
                    if !send(batch) {
                        break;
                    }
                }
            };
            let write = |_| Err(CliError::invalid("full"));
            let error = in_order(jobs, next, work, write).err();
            assert_eq!(error.map(|error| error.to_string()).as_deref(), Some("full"));
        }
    }
}
