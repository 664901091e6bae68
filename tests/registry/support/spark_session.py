"""A Spark session that Node.js drives: one JSON command per line in, one reply per line out.

    {"load": PARQUET, "csv": FILE, "select": TYPED_VALUES}   reads a table of text as typed columns
    {"keep": SQL}                                            replaces the view by a query on it
    {"set": {NAME: VALUE}}                                   settings of the session
    {"rows": FILE_WITH_SQL, "out": FOLDER}                   writes a query of one text column
    {"query": SQL}                                           returns a small result
    {"explain": FILE_WITH_SQL}                               returns the physical plan
"""

import json
import sys

from pyspark.sql import SparkSession


def session():
    """Two threads, no web interface, and the settings for large queries on few rows.

    Spark would compile each of the many expressions. Without generated code, `specialised-sme` of
    the national pack took 19 CPU seconds for 300 firms instead of 34.
    """
    builder = SparkSession.builder.master("local[2]").appName("eligibility")
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.memory": "6g",
        "spark.sql.shuffle.partitions": "1",
        "spark.sql.adaptive.enabled": "false",
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.codegen.factoryMode": "NO_CODEGEN",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.debug.maxToStringFields": "1000",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def text(path):
    """The content of a file."""
    with open(path, encoding="utf-8") as file:
        return file.read()


def reply(spark, command):
    """Runs one command and returns its result."""
    if "load" in command:
        cells = spark.read.csv(command["csv"], header=True, nullValue="", escape='"')
        cells.createOrReplaceTempView("cells")
        typed = spark.sql(f"SELECT {command['select']} FROM cells")
        typed.write.mode("overwrite").parquet(command["load"])
        spark.read.parquet(command["load"]).createOrReplaceTempView("firms")
        return None
    if "keep" in command:
        spark.sql(command["keep"]).createOrReplaceTempView("firms")
        return None
    if "set" in command:
        for name, value in command["set"].items():
            spark.conf.set(name, value)
        return None
    if "rows" in command:
        spark.sql(text(command["rows"])).write.mode("overwrite").text(command["out"])
        return None
    if "explain" in command:
        plan = spark.sql("EXPLAIN FORMATTED " + text(command["explain"]))
        return plan.collect()[0][0]
    result = spark.sql(command["query"])
    return [[str(cell) for cell in row] for row in result.collect()]


def main():
    """Reads commands until the input ends."""
    spark = session()
    spark.sparkContext.setLogLevel("ERROR")
    print(json.dumps({"version": spark.version}), flush=True)
    for line in sys.stdin:
        try:
            answer = {"result": reply(spark, json.loads(line))}
        except Exception as error:  # noqa: BLE001: every failure is reported to the caller
            answer = {"error": str(error)[:4000]}
        print(json.dumps(answer), flush=True)
    spark.stop()


main()
