"""Makes the Keras files of KerasModelTest and what Keras answers to one picture, in answers.json.

    python3 -m venv k && k/bin/pip install keras jax h5py && KERAS_BACKEND=jax k/bin/python make.py

Made with Keras 3.15.1 on JAX 0.10.2. two.h5 has the weights of one of them in the layout of Keras 2, written by hand.
"""
import json
import os

import h5py
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(7)
answers = {}


def picture(channels, rows, columns):
    """The picture the test makes by the same rule: [channel, row, column], 0..1."""
    i = np.arange(channels * rows * columns)
    return ((i * 37 + 11) % 101 / 100).astype("float32").reshape(channels, rows, columns)


def unlike(model):
    """Biases start at 0 and means and variances at 0 and 1: others show whether they are used."""
    random = np.random.default_rng(3)
    for weight in model.weights:
        name = weight.name.split("/")[-1]
        value = np.array(weight)
        if name in ("gamma", "moving_variance"):
            weight.assign(random.uniform(0.5, 1.5, value.shape))
        elif name != "seed_generator_state" and value.dtype == np.float32:
            weight.assign(random.normal(0, 0.4, value.shape))


def save(name, model, shape, first=False, times=1):
    unlike(model)
    values = picture(*shape) * times
    values = values if first else values.transpose(1, 2, 0)
    answers[name] = [float(v) for v in np.array(model(values[None], training=False))[0]]
    model.save(name + ".h5")
    return model


save("flatten", keras.Sequential([
    keras.Input((10, 12, 3)),
    layers.RandomFlip("horizontal", name="flip"),
    layers.Rescaling(1 / 127.5, offset=-1, name="rescale"),
    layers.Conv2D(4, (3, 2), padding="same", activation="relu", name="first"),
    layers.MaxPooling2D(2, name="pool"),
    layers.Conv2D(5, (2, 3), use_bias=False, name="second"),
    layers.BatchNormalization(name="norm"),
    layers.Activation("relu", name="relu"),
    layers.AveragePooling2D(3, strides=2, padding="same", name="mean"),
    layers.Dropout(0.25, name="drop"),
    layers.Flatten(name="row"),
    layers.Dense(6, activation="tanh", name="hidden"),
    layers.Dense(3, name="answer"),
    layers.Softmax(name="chances")]), (3, 10, 12), times=255)

save("pooled", keras.Sequential([
    keras.Input((13, 11, 2)),
    layers.ZeroPadding2D((2, 1), name="zeros"),
    layers.Conv2D(3, 3, activation="sigmoid", name="first"),
    layers.Conv2D(4, 3, strides=2, padding="same", activation="relu", name="second"),
    layers.Conv2D(4, 3, dilation_rate=2, padding="same", name="third"),
    layers.ReLU(name="relu"),
    layers.BatchNormalization(epsilon=1e-6, scale=False, name="norm"),
    layers.MaxPooling2D(3, strides=2, padding="same", name="pool"),
    layers.GlobalAveragePooling2D(name="means"),
    layers.BatchNormalization(name="norm2"),
    layers.Dense(4, activation="relu", use_bias=False, name="hidden"),
    layers.Dense(2, activation="sigmoid", name="answer")]), (2, 13, 11))

for name, order in (("first", "channels_last"), ("first-moved", "channels_first")):
    save(name, keras.Sequential([
        keras.Input((2, 7, 6)),
        layers.Conv2D(3, 2, data_format="channels_first", activation="relu", name="conv"),
        layers.BatchNormalization(axis=1, name="norm"),
        layers.MaxPooling2D(2, data_format="channels_first", name="pool"),
        layers.Flatten(data_format=order, name="row"),
        layers.Dense(3, name="answer")]), (2, 7, 6), first=True)

three = save("three", keras.Sequential([
    keras.Input((8, 7, 2)),
    layers.Conv2D(3, (3, 2), activation="relu", name="conv"),
    layers.MaxPooling2D(2, name="pool"),
    layers.Flatten(name="row"),
    layers.Dense(3, activation="softmax", name="answer")]), (2, 8, 7))

answers["two"] = answers["three"]

def plain(value):
    """Without what Keras 3 says beside class and settings."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items() if key not in ("module", "registered_name")}
    return value


config = [{"class_name": layer.__class__.__name__, "config": {**plain(layer.get_config()), "dtype": "float32"}}
          for layer in three.layers]
config[0]["config"]["batch_input_shape"] = [None, 8, 7, 2]
with h5py.File("two.h5", "w") as file:
    file.attrs["keras_version"] = b"2.3.1"
    file.attrs["backend"] = b"tensorflow"
    file.attrs["model_config"] = json.dumps(
        {"class_name": "Sequential", "config": {"name": "two", "layers": config}}).encode()
    weights = file.create_group("model_weights")
    weights.attrs["layer_names"] = [layer.name.encode() for layer in three.layers]
    weights.attrs["backend"] = b"tensorflow"
    weights.attrs["keras_version"] = b"2.3.1"
    for layer in three.layers:
        group = weights.create_group(layer.name)
        names = [f"{layer.name}/{weight.name}:0" for weight in layer.weights]
        group.attrs["weight_names"] = [name.encode() for name in names]
        for name, weight in zip(names, layer.weights):
            group[name] = np.array(weight)

with open("answers.json", "w") as file:
    json.dump(answers, file, indent=1)
    file.write("\n")
